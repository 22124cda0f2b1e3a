import { expect, test } from "vitest";
import { Agreement } from "@/lib/schemas/agreement";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { castVotesNow } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database);

const agreementUrl = (slug: string, version: number | string, statement: number | string) =>
  `${server.url}/api/v1/conversations/${slug}/analyses/${version}/statements/${statement}`;

const reasonOf = async (response: Response) => (await response.json()).error.reason;

/** Twelve people who agree with even and disagree with odd statements, twelve who do the reverse. */
async function voteInCamps(conversationId: number): Promise<void> {
  for (let person = 0; person < 24; person++) {
    const side = person < 12 ? 0 : 1;
    const opinions = [0, 1, 2, 3, 4, 5, 6, 7].filter((statement) => (person + statement) % 9 !== 0);
    await castVotesNow(
      database.sql,
      conversationId,
      opinions.map((statement) => [person, statement, statement % 2 === side ? 1 : -1]),
    );
  }
}

test("tells who agreed by place on the map, at least five voters each, for good", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 9 });
  await voteInCamps(id);
  await analyseAllDue(database);
  const latest = await fetch(`${server.url}/api/v1/conversations/${slug}/analyses/latest`);
  const { version, statementTotals, baseClusters } = await latest.json();
  const response = await fetch(agreementUrl(slug, version, 2));
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const { areas, ...rest } = Agreement.parse(await response.json());
  expect(rest).toEqual({ version, statement: 2 });
  const sum = (side: "agrees" | "disagrees" | "passes") =>
    areas.reduce((total, area) => total + area[side], 0);
  const { agrees, disagrees } = statementTotals[2];
  expect([sum("agrees"), sum("disagrees"), sum("passes")]).toEqual([agrees, disagrees, 0]);
  for (const area of areas) {
    expect(area.agrees + area.disagrees + area.passes).toBeGreaterThanOrEqual(5);
  }
  const known = baseClusters.map((cluster: { id: number }) => cluster.id);
  expect(known).toEqual(expect.arrayContaining(areas.flatMap(({ clusters }) => clusters)));
});

test("says what is not there", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 9 });
  expect(await reasonOf(await fetch(agreementUrl(slug, 1, 2)))).toBe("agreement-not-found");
  await voteInCamps(id);
  await analyseAllDue(database);
  expect((await fetch(agreementUrl(slug, 1, 8))).status).toBe(404);
  expect((await fetch(agreementUrl(slug, 99, 2))).status).toBe(404);
  expect(await reasonOf(await fetch(agreementUrl(slug, "latest", 2)))).toBe("version-malformed");
  expect(await reasonOf(await fetch(agreementUrl(slug, 1, "x")))).toBe("statement-malformed");
});

test("is kept for the newest five versions", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 9 });
  await voteInCamps(id);
  await analyseAllDue(database);
  for (let later = 0; later < 5; later++) {
    await castVotesNow(database.sql, id, [[30, later, 1]]);
    await analyseAllDue(database);
  }
  const statuses = [];
  for (let version = 1; version <= 6; version++) {
    statuses.push((await fetch(agreementUrl(slug, version, 2))).status);
  }
  expect(statuses).toEqual([410, 200, 200, 200, 200, 200]);
});

test("is told to those who may see results", async () => {
  const { id, slug } = await createTestConversation(database.db, {
    statements: 9,
    settings: { resultsVisibility: "after-closing" },
  });
  await voteInCamps(id);
  await analyseAllDue(database);
  expect(await reasonOf(await fetch(agreementUrl(slug, 1, 2)))).toBe("results-not-disclosed");
  await database.sql`update conversations set state = 'closed' where id = ${id}`;
  expect((await fetch(agreementUrl(slug, 1, 2))).status).toBe(200);
});
