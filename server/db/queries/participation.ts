import { and, asc, eq, inArray, isNotNull, max, sql } from "drizzle-orm";

import { analysisQueue } from "@/drizzle/schema/analysis";
import { participants } from "@/drizzle/schema/conversation";
import { statements } from "@/drizzle/schema/statement";
import { currentVotes, votes } from "@/drizzle/schema/vote";
import { VoteValue } from "@/lib/schemas/vote";
import { foldText } from "@/lib/statements/fold-text";
import { isSameText } from "@/lib/statements/is-same-text";
import type { Queryable, Transaction } from "@/server/db/client";
import { type StatementRow, statementColumns } from "./statements";

/** A participant is found by the hash of the nonce in their token, never by a number they name. */
export interface ParticipantKey {
  conversationId: number;
  tokenHash: string;
}

const isParticipant = ({ conversationId, tokenHash }: ParticipantKey) =>
  and(eq(participants.conversationId, conversationId), eq(participants.tokenHash, tokenHash));

/**
 * Not a join: where the planner's figures are older than the conversation, it takes that for a handful
 * of votes and reads all of them, and for each of them all participants.
 */
const isVoteOf = ({ conversationId, tokenHash }: ParticipantKey) => sql`
  ${currentVotes.conversationId} = ${conversationId} and ${currentVotes.participantId} = (
    select p.id from participants p
    where p.conversation_id = ${conversationId} and p.token_hash = ${tokenHash})`;

export async function findParticipantId(
  db: Queryable,
  key: ParticipantKey,
): Promise<number | null> {
  const [row] = await db
    .select({ id: participants.id })
    .from(participants)
    .where(isParticipant(key));
  return row?.id ?? null;
}

/** The caller holds the lock of the queue row. */
export async function insertParticipant(
  tx: Transaction,
  newcomer: ParticipantKey & { verifiedBy: string | null },
): Promise<number> {
  const { conversationId, tokenHash, verifiedBy } = newcomer;
  const [row] = await tx
    .update(analysisQueue)
    .set({ nextParticipantId: sql`${analysisQueue.nextParticipantId} + 1` })
    .where(eq(analysisQueue.conversationId, conversationId))
    .returning({ next: analysisQueue.nextParticipantId });
  const id = row!.next - 1;
  await tx.insert(participants).values({ conversationId, id, tokenHash, verifiedBy });
  return id;
}

/** The first vote on a cell; the caller holds the lock of the queue row. */
export async function insertFirstVote(
  tx: Transaction,
  vote: { conversationId: number; participantId: number; statementId: number; value: number },
): Promise<void> {
  const [row] = await tx
    .update(analysisQueue)
    .set({ voteSeq: sql`${analysisQueue.voteSeq} + 1` })
    .where(eq(analysisQueue.conversationId, vote.conversationId))
    .returning({ voteSeq: analysisQueue.voteSeq });
  const numbered = { ...vote, voteSeq: row!.voteSeq };
  await tx.insert(votes).values(numbered);
  await tx.insert(currentVotes).values(numbered);
}

/** Statements with a current vote of this participant, ids ascending. */
export async function listVotedStatementIds(db: Queryable, key: ParticipantKey): Promise<number[]> {
  const rows = await db
    .select({ id: currentVotes.statementId })
    .from(currentVotes)
    .where(and(isVoteOf(key), isNotNull(currentVotes.value)))
    .orderBy(asc(currentVotes.statementId));
  return rows.map((row) => row.id);
}

/** The highest client seq of this participant's votes, those withdrawn included; 0 without any. */
export async function readLastClientSeq(db: Queryable, key: ParticipantKey): Promise<number> {
  const [row] = await db
    .select({ seq: max(currentVotes.clientSeq) })
    .from(currentVotes)
    .where(isVoteOf(key));
  return row?.seq ?? 0;
}

/** Newest first; the text of a rejected statement is nobody's to read any more. */
export async function listOwnVoteRows(db: Queryable, key: ParticipantKey) {
  return db
    .select({
      statement: statements.id,
      text: sql<
        string | null
      >`case when ${statements.moderation} <> 'rejected' then ${statements.text} end`,
      language: statements.language,
      value: currentVotes.value,
      important: currentVotes.important,
      at: currentVotes.at,
    })
    .from(currentVotes)
    .innerJoin(
      statements,
      and(
        eq(statements.conversationId, currentVotes.conversationId),
        eq(statements.id, currentVotes.statementId),
      ),
    )
    .where(and(isVoteOf(key), isNotNull(currentVotes.value)))
    .orderBy(sql`${currentVotes.voteSeq} desc`);
}

/** The current votes of a participant on some statements. */
export async function listOwnVotesOn(
  db: Queryable,
  key: ParticipantKey,
  statementIds: readonly number[],
) {
  const rows = await db
    .select({
      statement: currentVotes.statementId,
      value: currentVotes.value,
      important: currentVotes.important,
    })
    .from(currentVotes)
    .where(and(isVoteOf(key), inArray(currentVotes.statementId, [...statementIds])));
  return rows.flatMap(({ statement, value, important }) =>
    value === null ? [] : [{ statement, vote: { value: VoteValue.parse(value), important } }],
  );
}

/** In the order of their ids. */
export async function listOwnStatementRows(db: Queryable, key: ParticipantKey) {
  return db
    .select({
      id: statements.id,
      text: statements.text,
      language: statements.language,
      moderation: statements.moderation,
      reason: statements.moderationReason,
      createdAt: statements.createdAt,
    })
    .from(statements)
    .innerJoin(
      participants,
      and(
        eq(participants.conversationId, statements.conversationId),
        eq(participants.id, statements.authorId),
      ),
    )
    .where(isParticipant(key))
    .orderBy(asc(statements.id));
}

/** The first statement with this text, whatever its moderation, its case and its final full stop. */
export async function findStatementByText(
  db: Queryable,
  conversationId: number,
  text: string,
): Promise<StatementRow | null> {
  const holdsIt =
    foldText(text) === ""
      ? eq(statements.text, text)
      : sql`${statements.bigrams} @> statement_bigrams(${conversationId}, ${text})`;
  const rows = await db
    .select(statementColumns)
    .from(statements)
    .where(and(eq(statements.conversationId, conversationId), holdsIt))
    .orderBy(asc(statements.id));
  return rows.find((row) => isSameText(row.text, text)) ?? null;
}
