import type { TransactionSql } from "postgres";
import { type CollectedVotes, createVoteCollector } from "@/lib/math/votes/collect-votes";
import { copyOut } from "@/server/db/copy-out";
import { parseCopiedIntegers } from "@/server/db/parse-copied-integers";

// While votes are put in order: 6 to 8 as they came, and 2 to 4 as they are kept.
export const LOADING_BYTES_PER_VOTE = 10;

/**
 * Every vote of a conversation that the transaction sees, but for those of the excluded.
 * They come unordered: to put them in order afterwards costs 20 ns a vote, in PostgreSQL ten times
 * that.
 * Binary rows are twice as long, and as text 3 million votes a second arrive.
 */
export async function readAllVotes(
  tx: TransactionSql,
  { url, conversationId }: { url: string; conversationId: number },
  excluded: ReadonlySet<number>,
): Promise<CollectedVotes> {
  const [row] = await tx<{ snapshot: string }[]>`select pg_export_snapshot() as snapshot`;
  const rows = copyOut({
    url,
    snapshot: row!.snapshot,
    query: `select participant_id, statement_id, value from current_votes
      where conversation_id = ${Number(conversationId)} and value is not null`,
  });
  const votes = createVoteCollector();
  await parseCopiedIntegers(rows, 3, ([participant, statement, value]) => {
    if (!excluded.has(participant!)) votes.add(participant!, statement!, value!);
  });
  return votes.finish();
}
