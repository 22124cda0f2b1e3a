import type { PresentAct } from "@/lib/schemas/live-session";
import { readSession } from "../auth/session";
import type { ServiceContext } from "../services/context";
import { getManagedConversation } from "../services/conversations/get-managed";
import { ServiceError } from "../services/errors";
import { present } from "../services/live-sessions/present";
import { readFields, sendTo } from "./console-forms";
import { reasonOf, wantsPage } from "./form-answer";
import type { RouteRequest } from "./route";
import { sendJson } from "./send";

/**
 * The forms of `/manage/c/{slug}/present`. A browser is led back to the page; a script, which asks for no
 * page, is told in JSON what is on stage, or why not.
 */
export async function handlePresent(request: RouteRequest): Promise<void> {
  const { params, path, res } = request;
  const fields = await readFields(request);
  const ctx = await readContext(request);
  const isPage = wantsPage(request);
  if (!ctx && isPage) return sendTo(request, "/manage/sign-in", fields);
  const page = `/manage/c/${encodeURIComponent(params.slug!)}/present`;
  try {
    if (!ctx) throw new ServiceError("UNAUTHORIZED", "sign-in-needed", "Sign in to present.");
    const { id: conversationId } = await getManagedConversation(ctx, { slug: params.slug! });
    const basedOn = toNumber(fields.get("basedOn"));
    const session = await present(ctx, { conversationId, basedOn, act: readAct(fields) });
    if (!isPage) return sendJson(res, 200, session);
    sendTo(request, page, fields, {}, "#stage");
  } catch (error) {
    if (!isPage) throw error;
    sendTo(request, page, fields, { problem: reasonOf(error, path) }, "#stage");
  }
}

async function readContext({ req, runtime }: RouteRequest): Promise<ServiceContext | null> {
  const headers = new Headers({ cookie: req.headers.cookie ?? "" });
  const session = await readSession(runtime.auth, headers);
  return session && { db: runtime.database.db, actor: session.actor, now: () => new Date() };
}

/** `show 7`, or the name of an act; what is none is refused by the service. */
function readAct(fields: URLSearchParams): PresentAct {
  const [type = "", statement = ""] = (fields.get("act") ?? "").split(" ");
  if (type === "show") return { type, statement: toNumber(statement) };
  return { type: type as Exclude<PresentAct["type"], "show"> };
}

function toNumber(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
