import type { AnswerNews } from "@/lib/answers/answer-news";
import { listNewestUpdates, listNewestWordings } from "@/server/db/queries/answer-news";
import { areConversationResultsPublic } from "@/server/services/analyses/may-read-results";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { listPublicConversations } from "@/server/services/conversations/list-public";
import { shownModeration } from "@/server/services/statements/list";
import { countOutcomes } from "./count-outcomes";

/** What is new about the answers in a conversation. */
export interface ConversationNews {
  conversation: Conversation;
  /** In no order. */
  news: AnswerNews[];
  /** Since when answers are missing; null while none is due. */
  overdueSince: Date | null;
}

/**
 * What was said last about answers in all conversations whose results everybody may see, and where
 * answers are overdue, whoever asks.
 * @param input.limit of wordings, and of updates
 */
export async function listNews(
  ctx: ServiceContext,
  { limit }: { limit: number },
): Promise<ConversationNews[]> {
  const conversations = (await listPublicConversations(ctx)).filter(areConversationResultsPublic);
  const asked = { conversationIds: conversations.map(({ id }) => id), limit };
  const [wordings, updates, outcomes] = await Promise.all([
    listNewestWordings(ctx.db, asked),
    listNewestUpdates(ctx.db, asked),
    countOutcomes(ctx, { conversations }),
  ]);
  return conversations.map((conversation) => {
    const { id, answersDueAt } = conversation;
    const ofIt = (row: { conversationId: number }) => row.conversationId === id;
    const isOverdue = (outcomes.get(id)?.overdue ?? 0) > 0;
    return {
      conversation,
      news: [
        ...wordings.filter(ofIt).map((row) => toWording(row, conversation)),
        ...updates.filter(ofIt).map((row) => toUpdate(row, conversation)),
      ],
      overdueSince: isOverdue ? answersDueAt : null,
    };
  });
}

type WordingRow = Awaited<ReturnType<typeof listNewestWordings>>[number];
type UpdateRow = Awaited<ReturnType<typeof listNewestUpdates>>[number];

function toWording(row: WordingRow, conversation: Conversation): AnswerNews {
  const at = row.at.toISOString();
  const wording = { ...row.wording, answeredAt: at };
  return { kind: "wording", statementId: row.statementId, at, wording, ...said(row, conversation) };
}

function toUpdate(row: UpdateRow, conversation: Conversation): AnswerNews {
  const at = row.at.toISOString();
  const update = { ...row.update, reportedAt: at };
  return { kind: "update", statementId: row.statementId, at, update, ...said(row, conversation) };
}

/** Its words, where they are shown. */
function said({ statement }: WordingRow | UpdateRow, { settings }: Conversation) {
  const shown: readonly string[] = shownModeration(settings);
  return { text: statement && shown.includes(statement.moderation) ? statement.text : null };
}
