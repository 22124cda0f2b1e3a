import { getLocale } from "next-intl/server";
import type { SessionEvent } from "@/lib/schemas/live-session";
import { getRuntime } from "@/server/runtime";
import { listNextStatements } from "@/server/services/statements/list-next";
import { translateNext } from "@/server/services/translations/translate-next";
import { readStanding } from "@/server/services/votes/read-standing";
import type { loadViewer } from "../_viewer/load-viewer";
import type { VotingStart } from "./voting-start";

/** Enough to vote on while the first answer is on its way, or with a poor connection. */
const firstStatements = 10;

/** What the address of a vote page asks for. */
export interface VoteQuery {
  /** The number of a statement to begin with. */
  statement?: string | string[];
  /** Present where the service worker fetches the page to keep it. */
  copy?: string | string[];
}

/** What is put to the vote for whoever looks at the page; null unless the conversation is open. */
export async function loadVote(
  viewer: Awaited<ReturnType<typeof loadViewer>>,
  query: VoteQuery,
): Promise<VotingStart | null> {
  const { slug, state } = viewer.conversation;
  if (state !== "open") return null;
  if (query.copy !== undefined) return copyForNobody;
  const { ballots, publishedSessions, secrets, translator } = getRuntime();
  const locale = await getLocale();
  const context = { ...viewer.context, ballots, secrets, translator, locale, random: Math.random };
  const input = { slug, credentials: viewer.credentials };
  const [drawn, { votes, seq }, ballot, stage] = await Promise.all([
    listNextStatements(context, { ...input, count: firstStatements }),
    readStanding(context, input),
    ballots.get(slug),
    publishedSessions.get(viewer.conversation.id),
  ]);
  // A vote may have arrived between the two answers: that of the votes counts for all.
  const voted = new Set(votes.map(({ statement }) => statement));
  const next = drawn.next.filter(({ id }) => !voted.has(id));
  const remaining = ballot.statements.filter(({ id }) => !voted.has(id)).length;
  const start = { statements: next, remaining, voted: [...voted], seq, stage };
  const wanted = query.statement ?? findOpenOnStage(stage, voted);
  if (wanted === undefined) return start;
  const found = ballot.statements.filter(({ id }) => String(id) === wanted);
  const [asked] = translateNext(ballot, found, context);
  if (!asked) return { ...start, direct: "missing" };
  const vote = votes.find(({ statement }) => statement === asked.id);
  const choice = vote ? { value: vote.value, important: vote.important } : null;
  const others = next.filter(({ id }) => id !== asked.id);
  return { ...start, statements: [asked, ...others], direct: { id: asked.id, choice } };
}

/** Whoever has no script to show the live session votes on its statement first. */
function findOpenOnStage(
  stage: SessionEvent | null,
  voted: ReadonlySet<number>,
): string | undefined {
  if (!stage?.isOpen || stage.statement === null || voted.has(stage.statement)) return undefined;
  return String(stage.statement);
}

/** What is kept on a device is the same for everybody; the browser adds what it knows. */
const copyForNobody: VotingStart = {
  statements: [],
  remaining: 0,
  voted: [],
  seq: 0,
  isCopy: true,
};
