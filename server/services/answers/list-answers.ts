import type {
  AnswerUpdate,
  AnswerWording,
  PublicAnswer,
  PublicAnswers,
} from "@/lib/answers/answer";
import { answerState } from "@/lib/answers/answer-state";
import { listOwed } from "@/lib/answers/list-owed";
import { listAnswerRows, listUpdateRows } from "@/server/db/queries/answers";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { findOwed } from "./find-owed";
import { readOwedTexts } from "./read-owed-texts";

/**
 * Every statement of a conversation that is to be answered or was, as it stands now; empty before there
 * is anything to answer. Who wrote an answer is not told.
 * Whether the actor may see results is the caller's question to lib/results-policy.ts.
 */
export async function listAnswers(
  ctx: Pick<ServiceContext, "db" | "now">,
  { conversation }: { conversation: Conversation },
): Promise<PublicAnswers> {
  const { id: conversationId, settings } = conversation;
  const [owed, wordings, updates] = await Promise.all([
    findOwed(ctx, [conversationId]).then((found) => found.get(conversationId)),
    listAnswerRows(ctx.db, { conversationId }),
    listUpdateRows(ctx.db, { conversationId }),
  ]);
  const { common = [], pinned = [], reportNumber = null } = owed ?? {};
  const answered = wordings.map(({ statementId }) => statementId);
  const list = listOwed({ common, pinned, answered });
  const texts = await readOwedTexts(ctx.db, {
    conversationId,
    reportNumber,
    settings,
    statementIds: list.map(({ statementId }) => statementId),
  });
  const dueAt = conversation.answersDueAt?.toISOString() ?? null;
  const now = ctx.now();
  const answers = list.map(({ statementId, origin }): PublicAnswer => {
    const ofIt = (row: { statementId: number }) => row.statementId === statementId;
    const written = { wordings: wordings.filter(ofIt), updates: updates.filter(ofIt) };
    const told = written.wordings.map(toWording);
    return {
      statementId,
      origin,
      ...texts(statementId),
      dueAt,
      state: answerState({ dueAt, ...written }, now),
      current: told.at(-1) ?? null,
      earlier: told.slice(0, -1).reverse(),
      updates: written.updates.map(toUpdate),
    };
  });
  return { promisedDays: settings.answerDays, dueAt, answers };
}

type AnswerRow = Awaited<ReturnType<typeof listAnswerRows>>[number];
type UpdateRow = Awaited<ReturnType<typeof listUpdateRows>>[number];

function toWording(row: AnswerRow): AnswerWording {
  const { number, decision, reason, unit, dueOn, answeredAt } = row;
  return { number, decision, reason, unit, dueOn, answeredAt: answeredAt.toISOString() };
}

function toUpdate({ number, status, text, reportedAt }: UpdateRow): AnswerUpdate {
  return { number, status, text, reportedAt: reportedAt.toISOString() };
}
