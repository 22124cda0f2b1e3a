import type { HostIdentityAnswer, ResumeCodeAnswer } from "@/lib/schemas/own-data";
import { ServiceError } from "../services/errors";
import { createResumeCode } from "../services/participants/create-resume-code";
import { deleteOwnData } from "../services/participants/delete-own-data";
import { findByHostIdentity } from "../services/participants/find-by-host-identity";
import { getOwnData } from "../services/participants/get-own-data";
import { resume } from "../services/participants/resume";
import { reasonOf, sendBackToPage, wantsPage } from "./form-answer";
import { clearParticipantCookies, setCodeCookie } from "./participant-cookies";
import { credentialsOf, setParticipantCookie, voteContextOf } from "./participant-request";
import { readBody } from "./read-body";
import { requireSameOrigin } from "./require-same-origin";
import type { RouteRequest } from "./route";
import { sendJson } from "./send";

export async function handleOwnData(request: RouteRequest): Promise<void> {
  const slug = request.params.slug!;
  const input = { slug, credentials: credentialsOf(request) };
  const data = await getOwnData(voteContextOf(request), input);
  const isDownload = request.query.has("download");
  sendJson(
    request.res,
    200,
    data,
    isDownload ? { "Content-Disposition": `attachment; filename="${fileNameOf(slug)}"` } : {},
  );
}

export function handleDeleteOwnData(request: RouteRequest): Promise<void> {
  return act(request, {
    page: "my-data",
    readForm: (fields) => {
      if (fields.get("confirm") !== "on") throw notConfirmed();
      return { statements: fields.get("statements") ?? undefined };
    },
    run: async (body) => {
      const input = { slug: request.params.slug!, body, credentials: credentialsOf(request) };
      const { conversationId, deleted } = await deleteOwnData(voteContextOf(request), input);
      clearParticipantCookies(request, conversationId);
      return deleted;
    },
    tell: ({ votes, statementsKept }) => ({
      deleted: String(votes),
      ...(statementsKept > 0 && { kept: String(statementsKept) }),
    }),
  });
}

/** Makes this device forget who votes on it; what was stored on the server stays. */
export function handleForget(request: RouteRequest): Promise<void> {
  return act(request, {
    page: "",
    readForm: () => ({}),
    run: async () => {
      const { conversation } = await request.runtime.ballots.get(request.params.slug!);
      clearParticipantCookies(request, conversation.id);
      return { forgotten: true };
    },
    tell: () => ({ forgotten: "1" }),
  });
}

export function handleResumeCode(request: RouteRequest): Promise<void> {
  return act(request, {
    page: "my-data",
    readForm: () => ({}),
    run: async (_, isForm): Promise<ResumeCodeAnswer> => {
      const input = { slug: request.params.slug!, credentials: credentialsOf(request) };
      const made = await createResumeCode(voteContextOf(request), input);
      if (isForm) setCodeCookie(request, made);
      return { code: made.code, expiresAt: made.expiresAt.toISOString() };
    },
    // Not in the address, where others may read it: the page finds it in its cookie.
    tell: () => ({ code: "1" }),
  });
}

export function handleResume(request: RouteRequest): Promise<void> {
  return act(request, {
    page: "resume",
    donePage: "",
    readForm: (fields) => ({ code: fields.get("code") ?? "", join: fields.get("join") === "on" }),
    run: async (body) => {
      const input = { slug: request.params.slug!, body, credentials: credentialsOf(request) };
      const resumed = await resume(voteContextOf(request), input);
      const { conversationId, participantId: id, token } = resumed;
      setParticipantCookie(request, { conversationId, token, isEmbedded: false });
      return { participant: { id, token } };
    },
    tell: () => ({ resumed: "1" }),
  });
}

/** Tells the frame of a site that signs who its readers are whom it speaks for. */
export function handleHostIdentity(request: RouteRequest): Promise<void> {
  return act(request, {
    page: "",
    readForm: (fields) => ({ identity: fields.get("identity") ?? "" }),
    run: async (body) => {
      const input = { slug: request.params.slug!, body };
      const found = await findByHostIdentity(voteContextOf(request), input);
      const { conversationId, key, token } = found;
      // Somebody else may have voted in this browser: from now on it speaks for whom the host names.
      if (token === null) clearParticipantCookies(request, conversationId);
      else setParticipantCookie(request, { conversationId, token, isEmbedded: true });
      return { key, token } satisfies HostIdentityAnswer;
    },
    tell: () => ({}),
  });
}

interface Act<T> {
  /** Where the form stands, below the conversation's own address. */
  page: string;
  /** Where it leads when it was done; left out: the same page. */
  donePage?: string;
  readForm(fields: URLSearchParams): unknown;
  run(body: unknown, isForm: boolean): Promise<T>;
  /** What the page is told in its address. */
  tell(done: T): Record<string, string>;
}

/** Does what a script asks in JSON or a page in a form, and answers each in its own way. */
async function act<T>(request: RouteRequest, what: Act<T>): Promise<void> {
  const { req, res, runtime } = request;
  requireSameOrigin(req, runtime.publicUrl);
  const body = await readBody(req);
  if (body.kind === "json") return sendJson(res, 200, await what.run(body.value, false));
  const { fields } = body;
  const run = async () => what.run(what.readForm(fields), true);
  if (!wantsPage(request)) return sendJson(res, 200, await run());
  try {
    const outcome = what.tell(await run());
    sendBackToPage(request, fields, outcome, what.donePage ?? what.page);
  } catch (error) {
    sendBackToPage(request, fields, { error: reasonOf(error, request.path) }, what.page);
  }
}

function notConfirmed(): ServiceError {
  const message = "Deleting cannot be undone, so the form wants the box to be ticked.";
  return new ServiceError("BAD_REQUEST", "not-confirmed", message);
}

/** A slug is of letters, digits and hyphens in any script; a header is ASCII. */
function fileNameOf(slug: string): string {
  return `${slug.replace(/[^\w-]+/g, "") || "plenum"}-my-data.json`;
}
