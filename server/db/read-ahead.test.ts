import { expect, test } from "vitest";
import { openTestDatabase } from "@/server/testing/database";
import { readAhead } from "./read-ahead";

const database = openTestDatabase();

const countTo = (most: number) =>
  database.sql<{ n: number }[]>`select n from generate_series(1, ${most}::int) n`.cursor(10);

test("every row comes, in order, whatever is left over for the last set", async () => {
  for (const most of [0, 1, 10, 25]) {
    const seen: number[] = [];
    for await (const rows of readAhead(countTo(most))) seen.push(...rows.map(({ n }) => n));
    expect(seen).toEqual(Array.from({ length: most }, (_, index) => index + 1));
  }
});

test("the next set is asked for before it is wanted, and no other", async () => {
  const asked: number[] = [];
  async function* source() {
    for (let n = 0; n < 4; n++) {
      asked.push(n);
      yield n;
    }
  }
  const reader = readAhead(source());
  expect((await reader.next()).value).toBe(0);
  expect(asked).toEqual([0, 1]);
  expect((await reader.next()).value).toBe(1);
  expect(asked).toEqual([0, 1, 2]);
});

test("whoever stops early leaves the connection to others", async () => {
  await database.sql.begin(async (sql) => {
    const cursor = sql<{ n: number }[]>`select n from generate_series(1, 1000) n`.cursor(10);
    for await (const rows of readAhead(cursor)) if (rows[0]!.n > 20) break;
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});

test("what fails in the middle is told", async () => {
  const failing = database.sql`select 10 / (15 - n) from generate_series(1, 30) n`.cursor(10);
  const read = async () => {
    for await (const _ of readAhead(failing));
  };
  await expect(read()).rejects.toThrow("division by zero");
});
