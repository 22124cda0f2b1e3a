import type { OwnVote } from "@/lib/schemas/participation";
import type { VoteValue } from "@/lib/schemas/vote";
import type { Outbox } from "@/lib/voting/outbox";
import type { ResultStatement, ResultStatements } from "../_results/result-statement";

/** What somebody has voted so far, by statement. */
export interface OwnBallot {
  votes: ReadonlyMap<number, VoteValue>;
  /** The words of what was voted on, as far as they may be shown. */
  statements: ResultStatements;
}

/** Puts the votes of this device, whether sent or not, over those that the server has counted. */
export function combineBallot(
  counted: readonly OwnVote[],
  cast: ReadonlyMap<number, VoteValue | null>,
  shown: ReadonlyMap<number, ResultStatement>,
): OwnBallot {
  const votes = new Map(counted.map(({ statement, value }) => [statement, value]));
  const statements: ResultStatements = {};
  for (const { statement, text, language, translation } of counted) {
    if (text !== null) statements[statement] = { text, language, translation };
  }
  for (const [statement, value] of cast) {
    if (value === null) votes.delete(statement);
    else votes.set(statement, value);
  }
  for (const [statement, quote] of shown) statements[statement] = quote;
  for (const statement of Object.keys(statements)) {
    if (!votes.has(Number(statement))) delete statements[statement];
  }
  return { votes, statements };
}

/**
 * Notes what comes into the outbox; it counts all the same when it leaves it because it was sent.
 * What leaves it without having been tried was taken back.
 */
export function noteCast(
  cast: ReadonlyMap<number, VoteValue | null>,
  before: Outbox,
  after: Outbox,
): ReadonlyMap<number, VoteValue | null> {
  const noted = new Map(cast);
  for (const { statement, wasTried } of before.votes) {
    if (!wasTried && !after.counted.includes(statement)) noted.delete(statement);
  }
  for (const { statement, value } of after.votes) noted.set(statement, value);
  return noted;
}
