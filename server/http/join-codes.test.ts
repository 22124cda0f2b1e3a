import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import { formatJoinCode, isProperJoinCode, readJoinCode } from "@/lib/share/join-code";
import { getJoinCode } from "@/server/services/conversations/join-code";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database, { TRUST_PROXY: "1" });
let visitors = 0;

async function follow(code: string, from?: string): Promise<[number, string | null]> {
  visitors += 1;
  const response = await fetch(`${server.url}/j/${code}`, {
    redirect: "manual",
    headers: { "x-forwarded-for": from ?? `198.51.100.${visitors}` },
  });
  return [response.status, response.headers.get("location")];
}

async function make() {
  const { id, slug } = await createTestConversation(database.db);
  return { id, slug, code: await getJoinCode(database, { conversationId: id }) };
}

test("a code leads to its conversation, however it is typed", async () => {
  const { slug, code } = await make();
  const shown = formatJoinCode(code);
  for (const typed of [code, shown, shown.toLowerCase(), shown.replace("-", "%20"), `${code}.`]) {
    expect([typed, ...(await follow(typed))]).toEqual([typed, 302, `/c/${slug}`]);
  }
  expect(await follow(`${shown}?lang=ar&x=1`)).toEqual([302, `/c/${slug}?lang=ar`]);
});

test("a conversation keeps its code, and asking at once gives one", async () => {
  const { id } = await createTestConversation(database.db);
  const ask = () => getJoinCode(database, { conversationId: id });
  const codes = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(new Set([...codes, await ask()]).size).toBe(1);
});

test("codes are different and none is rude", async () => {
  const codes: string[] = [];
  for (let made = 0; made < 50; made += 1) codes.push((await make()).code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(readJoinCode(code)).toBe(code);
    expect(isProperJoinCode(code)).toBe(true);
  }
});

test("the code of what has closed still leads there", async () => {
  const { id, slug, code } = await make();
  await database.db.update(conversations).set({ state: "closed" }).where(eq(conversations.id, id));
  expect(await follow(code)).toEqual([302, `/c/${slug}`]);
});

test("a draft's code and one that nobody has get the same page", async () => {
  const { id, code } = await make();
  await database.db.update(conversations).set({ state: "draft" }).where(eq(conversations.id, id));
  expect(await follow(code)).toEqual([404, null]);
  expect(await follow("K7MQXD")).toEqual([404, null]);
  expect(await follow("not-a-code")).toEqual([404, null]);
});

test("whoever guesses has to wait, and a hall that types the right one never does", async () => {
  const { slug, code } = await make();
  const hall = "203.0.113.1";
  for (let phone = 0; phone < 400; phone += 1) {
    expect(await follow(code, hall)).toEqual([302, `/c/${slug}`]);
  }
  const guesser = "203.0.113.2";
  const answers = new Set<number>();
  for (let guess = 0; guess < 310; guess += 1) answers.add((await follow("K7MQXD", guesser))[0]);
  expect([...answers]).toEqual([404, 429]);
  // Nor is the right one told then.
  expect(await follow(code, guesser)).toEqual([429, null]);
  // A browser gets a page that says so.
  const page = await fetch(`${server.url}/j/${code}?lang=fr`, {
    redirect: "manual",
    headers: { "x-forwarded-for": guesser, accept: "text/html" },
  });
  expect(page.headers.get("location")).toBe("/j?problem=too-many-tries&lang=fr");
  expect(await follow(code, hall)).toEqual([302, `/c/${slug}`]);
});
