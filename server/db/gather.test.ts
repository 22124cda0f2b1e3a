import { expect, test } from "vitest";
import { openTestDatabase } from "@/server/testing/database";
import { gather } from "./gather";

const database = openTestDatabase();

test("who asks in the same moment, or while an answer is under way, is answered together", async () => {
  const asked: number[][] = [];
  const double = gather(async (_db, keys: number[]) => {
    asked.push(keys);
    if (keys.includes(1)) late.push(double(database.db, 7), double(database.db, 8));
    return keys.map((key) => key * 2);
  });
  const late: Promise<number>[] = [];
  expect(
    await Promise.all([double(database.db, 1), double(database.db, 2), double(database.db, 1)]),
  ).toEqual([2, 4, 2]);
  expect(await Promise.all(late)).toEqual([14, 16]);
  expect(await double(database.db, 9)).toBe(18);
  expect(asked).toEqual([[1, 2, 1], [7, 8], [9]]);
});

test("a failure is told to those who were asked for, and to nobody after them", async () => {
  const answer = gather(async (_db, keys: string[]) => {
    if (keys.includes("bad")) throw new Error("away");
    return keys;
  });
  const failed = await Promise.allSettled([
    answer(database.db, "bad"),
    answer(database.db, "good"),
  ]);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await answer(database.db, "good")).toBe("good");
});

test("a transaction is asked by itself", async () => {
  const seen = new Set<unknown>();
  const look = gather(async (queryable, keys: number[]) => {
    seen.add(queryable);
    return keys;
  });
  await database.db.transaction(async (tx) => {
    await Promise.all([look(tx, 1), look(database.db, 1)]);
    expect(seen).toEqual(new Set([tx, database.db]));
  });
});
