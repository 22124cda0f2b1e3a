import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { contextFor } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { closeConversation } from "./close";

const database = openTestDatabase();
const server = openTestServer(database);

const VOTERS = 40;
const STATEMENTS = 12;

/** One person votes, and changes those votes, until somebody says no. */
async function voteUntilRefused(slug: string) {
  const key = randomBytes(16).toString("base64url");
  for (let turn = 0; ; turn += 1) {
    const value = Math.floor(turn / STATEMENTS) % 2 === 0 ? 1 : -1;
    const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify({ votes: [{ statement: turn % STATEMENTS, value }] }),
    });
    if (!response.ok) return { accepted: turn, reason: (await response.json()).error.reason };
    await response.arrayBuffer();
  }
}

function countVotes(id: number) {
  return database.sql<{ count: number }[]>`
    select count(*)::int as count from votes where conversation_id = ${id}`;
}

test("closing while 40 people vote: what was acknowledged is kept, nothing comes after", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: STATEMENTS });
  const voters = Array.from({ length: VOTERS }, () => voteUntilRefused(slug));
  await expect
    .poll(async () => (await countVotes(id))[0]!.count, { timeout: 15_000 })
    .toBeGreaterThan(VOTERS / 2);
  await closeConversation(contextFor(database.db, { kind: "operator" }, new Date()), {
    conversationId: id,
  });
  const [atClosing] = await countVotes(id);
  const outcomes = await Promise.all(voters);
  const [afterwards] = await countVotes(id);

  expect(afterwards).toEqual(atClosing);
  expect(outcomes.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(atClosing!.count);
  expect(outcomes.map(({ reason }) => reason)).toEqual(Array(VOTERS).fill("conversation-closed"));
});
