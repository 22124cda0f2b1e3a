import { answerState } from "@/lib/answers/answer-state";
import { listOwed } from "@/lib/answers/list-owed";
import type { Outcome } from "@/lib/directory/outcome";
import { listDecisions, listStatuses } from "@/server/db/queries/answers";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { findOwed } from "./find-owed";

/**
 * What came of many conversations, by id, in a few queries for all of them; those of which nothing is to
 * be answered yet are left out.
 * Whether the actor may see the results of each is the caller's question to lib/results-policy.ts.
 */
export async function countOutcomes(
  ctx: Pick<ServiceContext, "db" | "now">,
  { conversations }: { conversations: readonly Conversation[] },
): Promise<Map<number, Outcome>> {
  if (conversations.length === 0) return new Map();
  const ids = conversations.map(({ id }) => id);
  const [owed, decisions, statuses] = await Promise.all([
    findOwed(ctx, ids),
    listDecisions(ctx.db, ids).then(groupByStatement),
    listStatuses(ctx.db, ids).then(groupByStatement),
  ]);
  const now = ctx.now();
  const begun = conversations.filter(({ id }) => owed.has(id) || decisions.has(id));
  return new Map(
    begun.map(({ id, settings, answersDueAt: dueAt }) => {
      const { common = [], pinned = [] } = owed.get(id) ?? {};
      const wordings = decisions.get(id) ?? new Map();
      const updates = statuses.get(id) ?? new Map();
      const list = listOwed({ common, pinned, answered: [...wordings.keys()] });
      const states = list.map(({ statementId }) =>
        answerState(
          {
            dueAt,
            wordings: wordings.get(statementId) ?? [],
            updates: updates.get(statementId) ?? [],
          },
          now,
        ),
      );
      const count = (wanted: string) => states.filter((state) => state === wanted).length;
      const outcome: Outcome = {
        common: common.length,
        owed: list.length,
        answered: wordings.size,
        overdue: count("overdue"),
        actedOn: count("done"),
        promised: settings.answerDays !== null,
      };
      return [id, outcome];
    }),
  );
}

/** By conversation, then by statement, each in the order it came. */
function groupByStatement<Row extends { conversationId: number; statementId: number }>(
  rows: Row[],
): Map<number, Map<number, Row[]>> {
  const grouped = new Map<number, Map<number, Row[]>>();
  for (const row of rows) {
    const { conversationId, statementId } = row;
    const ofConversation = grouped.get(conversationId) ?? new Map<number, Row[]>();
    grouped.set(conversationId, ofConversation);
    const ofStatement = ofConversation.get(statementId) ?? [];
    ofConversation.set(statementId, ofStatement);
    ofStatement.push(row);
  }
  return grouped;
}
