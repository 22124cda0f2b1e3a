import { sql } from "drizzle-orm";
import type { Transaction } from "@/server/db/client";
import { withdrawFrozenVotes } from "./report-votes";

/** Somebody whose rows are to go. */
export interface LeavingParticipant {
  conversationId: number;
  participantId: number;
  /** Their votes in the history up to `seenSeq`, found beforehand: the history has no index of people. */
  voteSeqs: number[];
  seenSeq: number;
}

interface ParticipantTable {
  table: string;
  /** Columns that name a participant, or tell who they are. */
  columns: string[];
  /** Removes, or unlinks, what the table holds of a participant; the caller holds the queue row's lock. */
  remove(tx: Transaction, leaving: LeavingParticipant): Promise<unknown>;
}

/**
 * Every table that holds something of a participant, in the order in which it is removed. A test reads
 * the database's catalogue and fails when one is missing here.
 */
export const participantTables: ParticipantTable[] = [
  {
    table: "votes",
    columns: ["participant_id"],
    // Two statements, for each is a look into the key; with an "or" it would be a walk.
    remove: async (tx, { conversationId, participantId, voteSeqs, seenSeq }) => {
      await tx.execute(sql`
        delete from votes
        where conversation_id = ${conversationId} and participant_id = ${participantId}
          and vote_seq = any(${sql.param(toArray(voteSeqs))}::bigint[])`);
      await tx.execute(sql`
        delete from votes
        where conversation_id = ${conversationId} and participant_id = ${participantId}
          and vote_seq > ${seenSeq}`);
    },
  },
  {
    table: "current_votes",
    columns: ["participant_id"],
    remove: (tx, { conversationId, participantId }) =>
      tx.execute(sql`
        delete from current_votes
        where conversation_id = ${conversationId} and participant_id = ${participantId}`),
  },
  {
    table: "report_votes",
    columns: ["participant_id"],
    remove: withdrawFrozenVotes,
  },
  {
    table: "statements",
    columns: ["author_id"],
    remove: (tx, { conversationId, participantId }) =>
      tx.execute(sql`
        update statements set author_id = null
        where conversation_id = ${conversationId} and author_id = ${participantId}`),
  },
  {
    table: "resume_codes",
    columns: ["participant_id", "code_hash", "sealed_token"],
    remove: (tx, { conversationId, participantId }) =>
      tx.execute(sql`
        delete from resume_codes
        where conversation_id = ${conversationId} and participant_id = ${participantId}`),
  },
  {
    table: "participants",
    columns: ["id", "token_hash", "xid", "verified_by"],
    remove: (tx, { conversationId, participantId }) =>
      tx.execute(sql`
        delete from participants
        where conversation_id = ${conversationId} and id = ${participantId}`),
  },
];

/**
 * What holds participants without naming a column for it. `positions` says where everybody stood, in
 * the newest versions only; the next analysis, which a deletion makes due, drops those before it.
 * A history counts them, and is dropped with the deletion. The lines of a frozen vote list are in the
 * participant's own row.
 */
export const packedWithParticipants = [
  "analyses.positions",
  "conversation_histories.steps",
  "report_votes.lines",
];

function toArray(numbers: number[]): string {
  return `{${numbers.join(",")}}`;
}
