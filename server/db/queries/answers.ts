import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { answers, answerUpdates } from "@/drizzle/schema/answer";
import type { Queryable } from "@/server/db/client";

export type NewAnswer = Omit<typeof answers.$inferInsert, "number">;
export type NewAnswerUpdate = Omit<typeof answerUpdates.$inferInsert, "number">;

/** Who wrote them stays out of it: it is nobody's business but the record's. */
const wording = {
  conversationId: answers.conversationId,
  statementId: answers.statementId,
  number: answers.number,
  decision: answers.decision,
  reason: answers.reason,
  unit: answers.unit,
  dueOn: answers.dueOn,
  answeredAt: answers.answeredAt,
};
const { reason: _, unit: __, ...decided } = wording;

const update = {
  conversationId: answerUpdates.conversationId,
  statementId: answerUpdates.statementId,
  number: answerUpdates.number,
  status: answerUpdates.status,
  text: answerUpdates.text,
  reportedAt: answerUpdates.reportedAt,
};
const { text: ___, ...told } = update;

/** Every wording of a conversation's answers, by statement, the first one first. */
export async function listAnswerRows(
  db: Queryable,
  where: { conversationId: number; statementId?: number },
) {
  const { conversationId, statementId } = where;
  return db
    .select(wording)
    .from(answers)
    .where(
      and(
        eq(answers.conversationId, conversationId),
        statementId === undefined ? undefined : eq(answers.statementId, statementId),
      ),
    )
    .orderBy(asc(answers.statementId), asc(answers.number));
}

/** As listAnswerRows, what came of them. */
export async function listUpdateRows(
  db: Queryable,
  where: { conversationId: number; statementId?: number },
) {
  const { conversationId, statementId } = where;
  return db
    .select(update)
    .from(answerUpdates)
    .where(
      and(
        eq(answerUpdates.conversationId, conversationId),
        statementId === undefined ? undefined : eq(answerUpdates.statementId, statementId),
      ),
    )
    .orderBy(asc(answerUpdates.statementId), asc(answerUpdates.number));
}

/** Of many conversations, without their words. */
export async function listDecisions(db: Queryable, conversationIds: number[]) {
  return db
    .select(decided)
    .from(answers)
    .where(inArray(answers.conversationId, conversationIds))
    .orderBy(asc(answers.conversationId), asc(answers.statementId), asc(answers.number));
}

/** Of many conversations, without their words. */
export async function listStatuses(db: Queryable, conversationIds: number[]) {
  return db
    .select(told)
    .from(answerUpdates)
    .where(inArray(answerUpdates.conversationId, conversationIds))
    .orderBy(
      asc(answerUpdates.conversationId),
      asc(answerUpdates.statementId),
      asc(answerUpdates.number),
    );
}

/** Adds a wording after the one with the number `basedOn`; false when that is not the newest. */
export async function insertAnswer(
  db: Queryable,
  row: NewAnswer,
  basedOn: number,
): Promise<boolean> {
  const { conversationId, statementId } = row;
  if ((await newestNumber(db, answers, conversationId, statementId)) !== basedOn) return false;
  const inserted = await db
    .insert(answers)
    .values({ ...row, number: basedOn + 1 })
    .onConflictDoNothing()
    .returning({ number: answers.number });
  return inserted.length > 0;
}

/** As insertAnswer, for what came of it. */
export async function insertAnswerUpdate(
  db: Queryable,
  row: NewAnswerUpdate,
  basedOn: number,
): Promise<boolean> {
  const { conversationId, statementId } = row;
  const newest = await newestNumber(db, answerUpdates, conversationId, statementId);
  if (newest !== basedOn) return false;
  const inserted = await db
    .insert(answerUpdates)
    .values({ ...row, number: basedOn + 1 })
    .onConflictDoNothing()
    .returning({ number: answerUpdates.number });
  return inserted.length > 0;
}

/** 0 without any. */
async function newestNumber(
  db: Queryable,
  table: typeof answers | typeof answerUpdates,
  conversationId: number,
  statementId: number,
): Promise<number> {
  const [row] = await db
    .select({ number: sql<number>`coalesce(max(${table.number}), 0)` })
    .from(table)
    .where(and(eq(table.conversationId, conversationId), eq(table.statementId, statementId)));
  return row!.number;
}
