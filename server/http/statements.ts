import { findSimilarStatements } from "../services/statements/find-similar";
import { listNextStatements } from "../services/statements/list-next";
import { listOwnStatements } from "../services/statements/list-own";
import { writeStatement } from "../services/statements/write";
import { reasonOf, sendBackToPage, wantsPage } from "./form-answer";
import {
  actAsParticipant,
  credentialsOf,
  isEmbedded,
  setParticipantCookie,
  voteContextOf,
} from "./participant-request";
import { readBody } from "./read-body";
import { readCount } from "./read-count";
import { requireSameOrigin } from "./require-same-origin";
import type { RouteRequest } from "./route";
import { sendJson } from "./send";

export async function handleWriteStatement(request: RouteRequest): Promise<void> {
  const { req, runtime } = request;
  requireSameOrigin(req, runtime.publicUrl);
  const body = await readBody(req);
  if (body.kind === "json") return sendWritten(request, await write(request, body.value));
  const { fields } = body;
  if (!wantsPage(request)) return sendWritten(request, await writeForm(request, fields));
  const outcome = await writeForm(request, fields).then(
    ({ statement, isNew }) => ({ [isNew ? "written" : "existing"]: String(statement.id) }),
    (error: unknown) => ({ error: reasonOf(error, request.path) }),
  );
  sendBackToPage(request, fields, outcome);
}

export async function handleNextStatements(request: RouteRequest): Promise<void> {
  const input = {
    slug: request.params.slug!,
    credentials: credentialsOf(request),
    count: readCount(request.query),
  };
  sendJson(request.res, 200, await listNextStatements(voteContextOf(request), input));
}

/** Asked about in a body: what is typed but never sent has no place in the log of a proxy. */
export async function handleSimilarStatements(request: RouteRequest): Promise<void> {
  requireSameOrigin(request.req, request.runtime.publicUrl);
  const body = await readBody(request.req);
  const similar = await findSimilarStatements(voteContextOf(request), {
    slug: request.params.slug!,
    body: body.kind === "json" ? body.value : Object.fromEntries(body.fields),
    count: readCount(request.query, 3),
    credentials: credentialsOf(request),
  });
  sendJson(request.res, 200, { similar });
}

export async function handleOwnStatements(request: RouteRequest): Promise<void> {
  const credentials = credentialsOf(request);
  const slug = request.params.slug!;
  const statements = await listOwnStatements(voteContextOf(request), { slug, credentials });
  sendJson(request.res, 200, { statements });
}

function sendWritten({ res }: RouteRequest, answer: Awaited<ReturnType<typeof write>>): void {
  sendJson(res, answer.isNew ? 201 : 200, answer);
}

function writeForm(request: RouteRequest, fields: URLSearchParams) {
  const body = { text: fields.get("text") ?? "", language: fields.get("language") || null };
  return write(request, body, fields);
}

async function write(request: RouteRequest, body: unknown, fields?: URLSearchParams) {
  const input = {
    slug: request.params.slug!,
    body,
    credentials: credentialsOf(request, fields?.get("idempotencyKey")),
  };
  const { conversationId, answer } = await actAsParticipant(request, () =>
    writeStatement(voteContextOf(request), input),
  );
  if (answer.participant) {
    const { token } = answer.participant;
    setParticipantCookie(request, {
      conversationId,
      token,
      isEmbedded: isEmbedded(request, fields),
    });
  }
  return answer;
}
