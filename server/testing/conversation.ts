import { conversations } from "@/drizzle/schema/conversation";
import { statements } from "@/drizzle/schema/statement";
import { type ConversationSettings, defaultConversationSettings } from "@/lib/schemas/conversation";
import type { Database } from "@/server/db/client";
import { insertQueueRow } from "@/server/db/queries/analysis-queue";

let counter = 0;

/** An open conversation of a test's own, with accepted statements 0 … count - 1. */
export async function createTestConversation(
  db: Database,
  options: { statements?: number; settings?: Partial<ConversationSettings> } = {},
): Promise<{ id: number; slug: string }> {
  counter += 1;
  const slug = `test-${process.pid}-${counter}`;
  const count = options.statements ?? 0;
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(conversations)
      .values({
        slug,
        title: "A conversation under test",
        state: "open",
        settings: { ...defaultConversationSettings, ...options.settings },
      })
      .returning({ id: conversations.id });
    const id = row!.id;
    await insertQueueRow(tx, id, { nextStatementId: count });
    if (count > 0) {
      await tx.insert(statements).values(
        Array.from({ length: count }, (_, index) => ({
          conversationId: id,
          id: index,
          text: `Statement ${index}`,
          isSeed: true,
          moderation: "accepted" as const,
        })),
      );
    }
    return { id, slug };
  });
}
