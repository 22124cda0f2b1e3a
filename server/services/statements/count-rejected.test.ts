import { expect, test } from "vitest";
import { statements } from "@/drizzle/schema/statement";
import { contextFor } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { countRejected } from "./count-rejected";

const database = openTestDatabase();
const anonymous = () => contextFor(database.db, { kind: "anonymous" });

test("counts what was rejected by reason, and names no statement", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 2 });
  const reasons = ["duplicate", "off-topic", "off-topic", null, "a reason of an older release"];
  await database.db.insert(statements).values(
    reasons.map((moderationReason, index) => ({
      conversationId,
      id: 100 + index,
      text: "Not published",
      moderation: "rejected" as const,
      moderationReason,
    })),
  );
  expect(await countRejected(anonymous(), { conversationId })).toEqual([
    { reason: null, count: 2 },
    { reason: "off-topic", count: 2 },
    { reason: "duplicate", count: 1 },
  ]);
});

test("is empty when nothing was rejected", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 2 });
  expect(await countRejected(anonymous(), { conversationId })).toEqual([]);
});
