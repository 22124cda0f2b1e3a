import type { TransactionSql } from "postgres";
import type { PreviousAnalysis } from "@/lib/math/previous-analysis";
import type { AnalysisStatement } from "@/lib/math/statement-flags";
import { createVoteLedger } from "@/lib/math/vote-ledger";
import type { Sql } from "@/server/db/client";
import { copyOut } from "@/server/db/copy-out";
import { parseCopiedIntegers } from "@/server/db/parse-copied-integers";
import {
  findNewestAnalysis,
  findPositions,
  getWatermark,
  listExcludedParticipants,
  listStatementsForAnalysis,
  listVotesOfParticipants,
  type NewestAnalysis,
  readVotesAfter,
  type Watermark,
} from "@/server/db/queries/analysis-input";
import type { ConversationMemory } from "./memory";
import { unpackPrevious } from "./pack-previous";

export interface Snapshot {
  watermark: Watermark;
  statements: AnalysisStatement[];
  newest: NewestAnalysis | null;
  previous: PreviousAnalysis | null;
}

interface Source {
  sql: Sql;
  url: string;
  conversationId: number;
}

/**
 * Brings `memory` up to date and reads the rest of what an analysis needs, all in one snapshot.
 * The queue row's vote_seq is raised in the transaction that writes the votes, under that row's
 * lock: in a snapshot that shows the counter every vote up to it is visible, and none beyond it.
 */
export function readSnapshot(source: Source, memory: ConversationMemory): Promise<Snapshot> {
  const { conversationId } = source;
  return source.sql.begin("isolation level repeatable read read only", async (tx) => {
    const watermark = await getWatermark(tx, conversationId);
    const excluded = new Set(await listExcludedParticipants(tx, conversationId));
    if (memory.seenSeq === null || memory.seenSeq > watermark.voteSeq) {
      await loadAllVotes(tx, source, memory, excluded);
    } else {
      await applyExclusions(tx, conversationId, memory, excluded);
      await readVotesAfter(tx, { conversationId, after: memory.seenSeq }, (vote) => {
        if (excluded.has(vote.participantId)) return;
        memory.ledger.set(vote.participantId, vote.statementId, vote.value);
      });
    }
    memory.seenSeq = watermark.voteSeq;
    const statements = await listStatementsForAnalysis(tx, conversationId);
    const newest = await findNewestAnalysis(tx, conversationId);
    const previous = newest && (await recallPrevious(tx, conversationId, memory, newest));
    return { watermark, statements, newest, previous };
  });
}

async function loadAllVotes(
  tx: TransactionSql,
  source: Source,
  memory: ConversationMemory,
  excluded: Set<number>,
): Promise<void> {
  memory.ledger = createVoteLedger();
  memory.excluded = excluded;
  const [row] = await tx<{ snapshot: string }[]>`select pg_export_snapshot() as snapshot`;
  const rows = copyOut({
    url: source.url,
    snapshot: row!.snapshot,
    query: `select participant_id, statement_id, value from current_votes
      where conversation_id = ${Number(source.conversationId)} and value is not null
      order by participant_id, statement_id`,
  });
  await parseCopiedIntegers(rows, 3, ([participant, statement, value]) => {
    if (!excluded.has(participant!)) memory.ledger.set(participant!, statement!, value!);
  });
}

/** Takes the votes of those excluded since out of the ledger, and puts those let in again back. */
async function applyExclusions(
  tx: TransactionSql,
  conversationId: number,
  memory: ConversationMemory,
  excluded: Set<number>,
): Promise<void> {
  const changed = [
    ...[...excluded].filter((id) => !memory.excluded.has(id)),
    ...[...memory.excluded].filter((id) => !excluded.has(id)),
  ];
  memory.excluded = excluded;
  if (changed.length === 0) return;
  for (const vote of await listVotesOfParticipants(tx, conversationId, changed)) {
    const value = excluded.has(vote.participantId) ? null : vote.value;
    memory.ledger.set(vote.participantId, vote.statementId, value);
  }
}

async function recallPrevious(
  tx: TransactionSql,
  conversationId: number,
  memory: ConversationMemory,
  newest: NewestAnalysis,
): Promise<PreviousAnalysis | null> {
  if (memory.previous?.version === newest.version) return memory.previous.value;
  const packed = await findPositions(tx, conversationId, newest.version);
  return packed && { frame: newest.frame, ...unpackPrevious(packed) };
}
