import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { openTestDatabase } from "@/server/testing/database";
import { migrateDatabase } from "./migrate";

const database = openTestDatabase();

test("migrations in the journal are dated in order, for drizzle skips an older date silently", async () => {
  const journal = JSON.parse(await readFile("drizzle/meta/_journal.json", "utf8"));
  const dates: number[] = journal.entries.map((entry: { when: number }) => entry.when);
  expect(dates).toEqual([...new Set(dates)].sort((a, b) => a - b));
});

test("two migrations at once both succeed", async () => {
  await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url)]);
});

test("votes are partitioned by conversation", async () => {
  const rows = await database.sql`
    select partrelid::regclass::text as name, partstrat from pg_partitioned_table`;
  expect(rows).toEqual([{ name: "votes", partstrat: "h" }]);
});
