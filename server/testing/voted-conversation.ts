import { analyseAllDue } from "./await-analysis";
import { castVotesNow, type RawVote } from "./cast-raw-votes";
import { createTestConversation } from "./conversation";
import type { openTestDatabase } from "./database";

type Options = Parameters<typeof createTestConversation>[1] & { texts: string[]; people?: number };

/**
 * An analysed conversation with statements of these texts: two camps that take turns in agreeing, so
 * that neither merely agrees more, and share statement 0. On the last statement only three vote.
 */
export async function openVotedConversation(
  database: ReturnType<typeof openTestDatabase>,
  { texts, people = 40, ...options }: Options,
): Promise<{ id: number; slug: string }> {
  const statements = texts.length;
  const conversation = await createTestConversation(database.db, { ...options, statements });
  for (const [id, text] of texts.entries()) {
    await database.sql`
      update statements set text = ${text}
      where conversation_id = ${conversation.id} and id = ${id}`;
  }
  const votes = Array.from({ length: people }, (_, participant) =>
    texts.flatMap((_text, statement): RawVote[] => {
      if (statement === statements - 1 && participant >= 3) return [];
      const agrees = statement % 2 === participant % 2 || statement === 0;
      return [[participant, statement, agrees ? 1 : -1]];
    }),
  ).flat();
  await castVotesNow(database.sql, conversation.id, votes);
  await analyseAllDue(database);
  return conversation;
}
