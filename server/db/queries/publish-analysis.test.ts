import { expect, test } from "vitest";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { thinOutAnalyses } from "./publish-analysis";

const database = openTestDatabase();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function insertAges(
  conversationId: number,
  agesMs: number[],
  isApproximate: (version: number) => boolean = () => false,
): Promise<void> {
  const rows = [...agesMs]
    .sort((a, b) => b - a)
    .map((age, index) => ({
      conversation_id: conversationId,
      version: index + 1,
      algorithm: "polis 1",
      parameters: "{}",
      vote_seq: index,
      core: "{}",
      frame: "{}",
      is_approximate: isApproximate(index + 1),
      created_at: new Date(Date.now() - age).toISOString(),
    }));
  await database.sql`insert into analyses ${database.sql(rows)}`;
}

async function listAges(conversationId: number): Promise<number[]> {
  const rows = await database.sql<{ age: number }[]>`
    select extract(epoch from now() - created_at)::float8 * 1000 as age from analyses
    where conversation_id = ${conversationId} order by version desc`;
  return rows.map((row) => row.age);
}

const countBetween = (ages: number[], from: number, to: number) =>
  ages.filter((age) => age >= from && age < to).length;

test("keeps the newest 20, then one a minute, an hour and a day", async () => {
  const { id } = await createTestConversation(database.db);
  const every = (stepMs: number, fromMs: number, toMs: number) =>
    Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, i) => fromMs + i * stepMs);
  await insertAges(id, [
    ...every(500, 0, 20 * 500),
    ...every(10_000, MINUTE, HOUR),
    ...every(20 * MINUTE, HOUR, 5 * DAY),
    ...every(6 * HOUR, 30 * DAY, 60 * DAY),
  ]);
  await thinOutAnalyses(database.sql, id);
  const ages = await listAges(id);
  expect(countBetween(ages, 0, MINUTE)).toBe(20);
  // A span that is cut by the edge between two ages counts on both sides.
  const within = (from: number, to: number, expected: number) => {
    const count = countBetween(ages, from, to);
    expect(count).toBeGreaterThanOrEqual(expected);
    expect(count).toBeLessThanOrEqual(expected + 2);
  };
  within(MINUTE, HOUR, 59);
  within(HOUR, 5 * DAY, 5 * 24 - 1);
  within(30 * DAY, 60 * DAY, 30);

  await thinOutAnalyses(database.sql, id);
  expect((await listAges(id)).length).toBe(ages.length);
});

test("twenty analyses are kept however old they are", async () => {
  const { id } = await createTestConversation(database.db);
  await insertAges(
    id,
    Array.from({ length: 20 }, (_, index) => 90 * DAY + index),
  );
  await thinOutAnalyses(database.sql, id);
  expect(await listAges(id)).toHaveLength(20);
});

test("of several analyses a complete one is kept, and always the newest of these", async () => {
  const { id } = await createTestConversation(database.db);
  const hour = Math.floor(Date.now() / HOUR) * HOUR; // all in the hour before it
  const ages = Array.from(
    { length: 60 },
    (_, i) => Date.now() - hour + 2 * HOUR - 60_000 * (i + 1),
  );
  await insertAges(id, ages, (version) => version !== 17 && version !== 31);
  await thinOutAnalyses(database.sql, id);
  const rows = await database.sql<{ version: number }[]>`
    select version from analyses where conversation_id = ${id} order by version`;
  const newest20 = Array.from({ length: 20 }, (_, i) => 41 + i);
  expect(rows.map(({ version }) => version)).toEqual([17, 31, ...newest20]);
});
