import { getSessionAnswer } from "../services/live-sessions/get-answer";
import { voteContextOf } from "./participant-request";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";
import { sendJson } from "./send";

/** What is on stage now, for a page that was loaded later and for one that heard of a change. */
export async function handleSession(request: RouteRequest): Promise<void> {
  const input = { slug: request.params.slug!, readReader: () => readResultsReader(request) };
  sendJson(request.res, 200, await getSessionAnswer(contextOf(request), input));
}

/** Without what only votes need, and costs something. */
function contextOf(request: RouteRequest) {
  const { db, actor, now, ballots, publishedSessions, translator, locale } = voteContextOf(request);
  return { db, actor, now, ballots, publishedSessions, translator, locale };
}
