import type { SessionAnswer } from "@/lib/schemas/live-session";
import { mayReadResults, type ResultsReader } from "@/server/services/analyses/may-read-results";
import type { ServiceContext } from "@/server/services/context";
import type { Ballots } from "@/server/services/statements/ballots";
import { translateNext } from "@/server/services/translations/translate-next";
import type { VoteContext } from "@/server/services/votes/vote-context";
import { findStageTally } from "./find-tally";
import type { PublishedSessions } from "./published-sessions";

export interface SessionContext extends ServiceContext, Pick<VoteContext, "locale" | "translator"> {
  ballots: Ballots;
  publishedSessions: PublishedSessions;
}

const noSession = { statement: null, isOpen: false, isRevealed: false, number: 0 };

/**
 * What is on stage, in words, with how it was voted on once that is revealed and as far as this reader
 * may see results.
 * @param input.readReader who asks; only looked up where there are results to show
 * @throws ServiceError NOT_FOUND when there is no such conversation, or a draft
 */
export async function getSessionAnswer(
  ctx: SessionContext,
  input: { slug: string; readReader(): Promise<{ ctx: ServiceContext; reader: ResultsReader }> },
): Promise<SessionAnswer> {
  const ballot = await ctx.ballots.get(input.slug);
  const { id } = ballot.conversation;
  const session = (await ctx.publishedSessions.get(id)) ?? noSession;
  const found = ballot.statements.filter((statement) => statement.id === session.statement);
  const [statement = null] = translateNext(ballot, found, ctx);
  if (!statement || !session.isRevealed) return { session, statement, tally: null };
  const asked = await input.readReader();
  const maySee = await mayReadResults(asked.ctx, asked.reader);
  const tally = maySee
    ? await findStageTally(ctx, { conversationId: id, statement: statement.id })
    : null;
  return { session, statement, tally };
}
