import { detectLocale } from "@/lib/i18n/detect-locale";
import { invitationCookieName } from "../auth/invitation-token";
import { readSession } from "../auth/session";
import { getManagedConversation } from "../services/conversations/get-managed";
import { ServiceError } from "../services/errors";
import { type AddContext, type AddedPerson, addPerson } from "../services/people/add";
import { changeRole } from "../services/people/change-role";
import { removePerson } from "../services/people/remove";
import { withdrawInvitation } from "../services/people/withdraw-invitation";
import { findRole } from "../services/permissions/find-role";
import { readFields, sendTo } from "./console-forms";
import { reasonOf } from "./form-answer";
import type { RouteRequest } from "./route";

interface Act {
  ctx: AddContext;
  conversationId: number;
  fields: URLSearchParams;
}

/** Where the page says what came of it: whoever listens to the page starts to read there. */
const outcomeMark = "#outcome";

/** The plain forms of `/manage/c/{slug}/people`: each answers with the page, which says what came of it. */
export function handleAddPerson(request: RouteRequest): Promise<void> {
  return act(request, async ({ ctx, conversationId, fields }) => {
    const { runtime, req } = request;
    const acceptLanguage = req.headers["accept-language"];
    const chosen = fields.get("lang");
    const locale = detectLocale({ chosen, acceptLanguage }, runtime.locales);
    const [email, role] = [fields.get("email") ?? "", fields.get("role") ?? ""];
    const added = await addPerson(ctx, { conversationId, email, role }, locale);
    if (added.kind === "added") return new URLSearchParams({ done: "added" });
    setInvitationCookie(request, conversationId, added);
    return new URLSearchParams({ done: "invited", mail: added.mail });
  });
}

export function handleChangeRole(request: RouteRequest): Promise<void> {
  return act(request, async ({ ctx, conversationId, fields }) => {
    const [userId, role] = [fields.get("user") ?? "", fields.get("role") ?? ""];
    await changeRole(ctx, { conversationId, userId, role });
    return new URLSearchParams({ done: "changed" });
  });
}

export function handleRemovePerson(request: RouteRequest): Promise<void> {
  return act(request, async ({ ctx, conversationId, fields }) => {
    await removePerson(ctx, { conversationId, userId: fields.get("user") ?? "" });
    return new URLSearchParams({ done: "removed" });
  });
}

export function handleWithdrawInvitation(request: RouteRequest): Promise<void> {
  return act(request, async ({ ctx, conversationId, fields }) => {
    const invitationId = fields.get("invitation") ?? "";
    await withdrawInvitation(ctx, { conversationId, invitationId });
    return new URLSearchParams({ done: "withdrawn" });
  });
}

async function act(
  request: RouteRequest,
  perform: (act: Act) => Promise<URLSearchParams>,
): Promise<void> {
  const { runtime, params, path } = request;
  const fields = await readFields(request);
  const ctx = await readContext(request);
  if (!ctx) return sendTo(request, "/manage/sign-in", fields);
  const page = `/manage/c/${encodeURIComponent(params.slug!)}/people`;
  try {
    const { id } = await getManagedConversation(ctx, { slug: params.slug! });
    const outcome = await perform({ ctx, conversationId: id, fields });
    // Whoever has removed themselves would find no page.
    if ((await findRole(ctx, id)) === null) return sendTo(request, "/manage", fields);
    sendTo(request, page, fields, outcome, outcomeMark);
  } catch (error) {
    const isLost = error instanceof ServiceError && error.reason === "conversation-not-found";
    if (isLost) return sendTo(request, "/manage", fields);
    const problem = new URLSearchParams({ problem: reasonOf(error, path) });
    sendTo(request, page, fields, problem, outcomeMark);
  }

  async function readContext({ req }: RouteRequest): Promise<AddContext | null> {
    const headers = new Headers({ cookie: req.headers.cookie ?? "" });
    const session = await readSession(runtime.auth, headers);
    if (!session) return null;
    const { mailer, rateLimits, publicUrl, database } = runtime;
    const now = () => new Date();
    return { db: database.db, actor: session.actor, now, mailer, rateLimits, publicUrl };
  }
}

/** Lets the page show the link to whoever made it; in its address the token would be kept. */
function setInvitationCookie(
  { res, params, runtime }: RouteRequest,
  conversationId: number,
  { token }: Extract<AddedPerson, { kind: "invited" }>,
): void {
  const secure = runtime.publicUrl.startsWith("https:") ? "; Secure" : "";
  const path = `/manage/c/${encodeURIComponent(params.slug!)}/people`;
  const pair = `${invitationCookieName(conversationId)}=${token}`;
  const limits = `Max-Age=${SHOWN_SECONDS}; HttpOnly; SameSite=Strict${secure}`;
  res.appendHeader("Set-Cookie", `${pair}; Path=${path}; ${limits}`);
}

/** A page cannot take its cookie away, so it goes by itself. */
const SHOWN_SECONDS = 5 * 60;
