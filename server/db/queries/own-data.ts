import { and, asc, eq, sql } from "drizzle-orm";
import { participants } from "@/drizzle/schema/conversation";
import { reportVotes } from "@/drizzle/schema/report";
import { resumeCodes } from "@/drizzle/schema/resume-code";
import { statements } from "@/drizzle/schema/statement";
import { currentVotes, votes } from "@/drizzle/schema/vote";
import type { Queryable } from "@/server/db/client";
import type { ParticipantKey } from "./participation";

export async function findParticipantRow(db: Queryable, key: ParticipantKey) {
  const [row] = await db
    .select()
    .from(participants)
    .where(
      and(
        eq(participants.conversationId, key.conversationId),
        eq(participants.tokenHash, key.tokenHash),
      ),
    );
  return row ?? null;
}

interface Whose {
  conversationId: number;
  participantId: number;
}

/** Every cell, those withdrawn included; the text of a rejected statement is left out. */
export async function listOwnCells(db: Queryable, { conversationId, participantId }: Whose) {
  return db
    .select({
      statement: currentVotes.statementId,
      text: sql<
        string | null
      >`case when ${statements.moderation} <> 'rejected' then ${statements.text} end`,
      value: currentVotes.value,
      important: currentVotes.important,
      clientSeq: currentVotes.clientSeq,
      at: currentVotes.at,
    })
    .from(currentVotes)
    .leftJoin(
      statements,
      and(
        eq(statements.conversationId, currentVotes.conversationId),
        eq(statements.id, currentVotes.statementId),
      ),
    )
    .where(
      and(
        eq(currentVotes.conversationId, conversationId),
        eq(currentVotes.participantId, participantId),
      ),
    )
    .orderBy(asc(currentVotes.statementId));
}

/** Walks through the history of the whole conversation, which has no index of people. */
export async function listOwnHistory(db: Queryable, { conversationId, participantId }: Whose) {
  return db
    .select({
      statement: votes.statementId,
      value: votes.value,
      important: votes.important,
      at: votes.at,
    })
    .from(votes)
    .where(and(eq(votes.conversationId, conversationId), eq(votes.participantId, participantId)))
    .orderBy(asc(votes.voteSeq));
}

export async function findResumeCodeOf(db: Queryable, { conversationId, participantId }: Whose) {
  const [row] = await db
    .select({ codeHash: resumeCodes.codeHash, expiresAt: resumeCodes.expiresAt })
    .from(resumeCodes)
    .where(
      and(
        eq(resumeCodes.conversationId, conversationId),
        eq(resumeCodes.participantId, participantId),
      ),
    );
  return row ?? null;
}

/** How many of their votes each published report keeps, the first report first. */
export async function listReportedVotes(db: Queryable, { conversationId, participantId }: Whose) {
  return db
    .select({ number: reportVotes.reportNumber, votes: reportVotes.votes })
    .from(reportVotes)
    .where(
      and(
        eq(reportVotes.conversationId, conversationId),
        eq(reportVotes.participantId, participantId),
      ),
    )
    .orderBy(asc(reportVotes.reportNumber));
}
