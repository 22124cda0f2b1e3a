import type { OwnVotesAnswer } from "@/lib/schemas/participation";
import { translateVotes } from "../services/translations/translate-votes";
import { castVotes } from "../services/votes/cast";
import { readStanding } from "../services/votes/read-standing";
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

export async function handleCastVotes(request: RouteRequest): Promise<void> {
  const { req, res, runtime } = request;
  requireSameOrigin(req, runtime.publicUrl);
  const body = await readBody(req);
  if (body.kind === "json") return sendJson(res, 200, await cast(request, body.value));
  if (!wantsPage(request)) return sendJson(res, 200, await castForm(request, body.fields));
  const { fields } = body;
  const outcome = await castForm(request, fields).then(
    () => ({ voted: fields.get("statement") ?? "" }),
    (error: unknown) => ({ error: reasonOf(error, request.path) }),
  );
  sendBackToPage(request, fields, outcome, fields.get("page") === "mine" ? "mine" : "");
}

export async function handleOwnVotes(request: RouteRequest): Promise<void> {
  const context = voteContextOf(request);
  const input = { slug: request.params.slug!, credentials: credentialsOf(request) };
  const { votes, seq } = await readStanding(context, input);
  const translated = translateVotes(await context.ballots.get(input.slug), votes, context);
  sendJson(request.res, 200, { votes: translated, seq } satisfies OwnVotesAnswer);
}

function castForm(request: RouteRequest, fields: URLSearchParams) {
  const seq = fields.get("seq");
  const vote = {
    statement: toNumber(fields.get("statement")),
    value: fields.get("value") === "" ? null : toNumber(fields.get("value")),
    important: ["1", "on", "true"].includes(fields.get("important") ?? ""),
    ...(seq && { seq: toNumber(seq) }),
  };
  return cast(request, { votes: [vote] }, fields);
}

async function cast(request: RouteRequest, body: unknown, fields?: URLSearchParams) {
  const input = {
    slug: request.params.slug!,
    body,
    credentials: credentialsOf(request, fields?.get("idempotencyKey")),
    count: readCount(request.query),
  };
  const { conversationId, answer } = await actAsParticipant(request, () =>
    castVotes(voteContextOf(request), input),
  );
  setParticipantCookie(request, {
    conversationId,
    token: answer.participant.token,
    isEmbedded: isEmbedded(request, fields),
  });
  return answer;
}

/** What is no number stays as it is, for the schema to refuse; so does what is missing. */
function toNumber(text: string | null): number | string | undefined {
  return text !== null && /^-?\d{1,16}$/.test(text) ? Number(text) : (text ?? undefined);
}
