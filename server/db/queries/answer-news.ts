import { and, desc, eq, inArray } from "drizzle-orm";
import { answers, answerUpdates } from "@/drizzle/schema/answer";
import { statements } from "@/drizzle/schema/statement";
import type { Queryable } from "@/server/db/client";

/** The statement as it is now; all null once its author took it back. */
const statement = {
  text: statements.text,
  language: statements.language,
  moderation: statements.moderation,
};

/** The wordings given last in any of these conversations, the newest first. */
export async function listNewestWordings(
  db: Queryable,
  { conversationIds, limit }: { conversationIds: number[]; limit: number },
) {
  const { conversationId, statementId, number, decision, reason, unit, dueOn, answeredAt } =
    answers;
  return db
    .select({
      conversationId,
      statementId,
      at: answeredAt,
      statement,
      wording: { number, decision, reason, unit, dueOn },
    })
    .from(answers)
    .leftJoin(
      statements,
      and(eq(statements.conversationId, conversationId), eq(statements.id, statementId)),
    )
    .where(inArray(conversationId, conversationIds))
    .orderBy(desc(answeredAt), desc(statementId), desc(number))
    .limit(limit);
}

/** The progress told last in any of these conversations, the newest first. */
export async function listNewestUpdates(
  db: Queryable,
  { conversationIds, limit }: { conversationIds: number[]; limit: number },
) {
  const { conversationId, statementId, number, status, text, reportedAt } = answerUpdates;
  return db
    .select({
      conversationId,
      statementId,
      at: reportedAt,
      statement,
      update: { number, status, text },
    })
    .from(answerUpdates)
    .leftJoin(
      statements,
      and(eq(statements.conversationId, conversationId), eq(statements.id, statementId)),
    )
    .where(inArray(conversationId, conversationIds))
    .orderBy(desc(reportedAt), desc(statementId), desc(number))
    .limit(limit);
}
