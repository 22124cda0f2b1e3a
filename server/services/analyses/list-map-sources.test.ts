import { expect, test } from "vitest";
import { analyses } from "@/drizzle/schema/analysis";
import { createEngine } from "@/lib/math/engine";
import { contextFor } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { listMapSources } from "./list-map-sources";

const database = openTestDatabase();

test("gives the newest analysis of each conversation that has one", async () => {
  const [first, second, without] = await Promise.all([
    createTestConversation(database.db, { statements: 2 }),
    createTestConversation(database.db, { statements: 2 }),
    createTestConversation(database.db),
  ]);
  await insertAnalysis(first.id, 1, 3);
  await insertAnalysis(first.id, 2, 5);
  await insertAnalysis(second.id, 1, 4);
  const sources = await listMapSources(contextFor(database.db), {
    conversationIds: [first.id, second.id, without.id],
  });
  const people = [...sources].map(([id, { baseClusters }]) => [
    id,
    baseClusters.reduce((sum, { count }) => sum + (count ?? 0), 0),
  ]);
  expect(new Map(people as [number, number][])).toEqual(
    new Map([
      [first.id, 5],
      [second.id, 4],
    ]),
  );
});

test("asks the database nothing when there is nobody to ask about", async () => {
  const sources = await listMapSources(contextFor(database.db), { conversationIds: [] });
  expect(sources.size).toBe(0);
});

async function insertAnalysis(conversationId: number, version: number, people: number) {
  const engine = createEngine();
  for (let participant = 0; participant < people; participant += 1) {
    engine.set(participant, 0, participant % 2 === 0 ? 1 : -1);
    engine.set(participant, 1, 1);
  }
  const { core, frame } = engine.analyze({
    statements: [0, 1].map((id) => ({ id, moderation: "accepted" as const, isMetadata: false })),
  });
  await database.db.insert(analyses).values({
    conversationId,
    version,
    algorithm: "plenum",
    parameters: {},
    voteSeq: version,
    core,
    frame,
  });
}
