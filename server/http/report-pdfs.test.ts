import { expect, test } from "vitest";
import { giveAnswer } from "@/server/services/answers/give-answer";
import { getConversation } from "@/server/services/conversations/get";
import { loadReportSource } from "@/server/services/reports/load-source";
import { publishReport } from "@/server/services/reports/publish";
import { contextFor } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { closeOwedConversation } from "@/server/testing/owed-conversation";
import { readPdf } from "@/server/testing/read-pdf";
import { openVotedConversation } from "@/server/testing/voted-conversation";

const database = openTestDatabase();
const server = openTestServer(database);
const page = { accept: "text/html,application/xhtml+xml" };

const ask = (slug: string, query = "", headers: Record<string, string> = {}) =>
  fetch(`${server.url}/c/${slug}/report.pdf${query}`, { redirect: "manual", headers });

/** Waits as a browser without scripts does. */
async function wait(address: string): Promise<Response> {
  const file = address.replace("/report/pdf?", "/report.pdf?");
  const answer = await fetch(server.url + file, { redirect: "manual", headers: page });
  return answer.status === 303 ? wait(answer.headers.get("location")!) : answer;
}

test("a program gets the file, in the language that it asks for", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  const answer = await ask(slug, "?lang=zh-Hant");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("content-disposition")).toContain(`${slug}-report-zh-Hant.pdf`);
  const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  expect(pdf.language).toBe("zh-TW");
  expect(pdf.title).toContain("A conversation under test");
});

test("a browser is sent to a page that waits, and from there gets the file", async () => {
  const { slug } = await createTestConversation(database.db, { statements: 1 });
  // The process that sets pages starts anew in less than its patience only on a quick machine.
  const first = await ask(slug, "?lang=en", page);
  const address = first.headers.get("location") ?? `/c/${slug}/report.pdf`;
  if (first.status === 303) expect(address).toContain(`/c/${slug}/report/pdf?lang=en&file=`);
  else expect(first.status).toBe(200);
  const answer = await wait(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
});

test("says how far a file is to those who may see results", async () => {
  const { slug, id } = await createTestConversation(database.db, { statements: 1 });
  const ctx = { ...contextFor(database.db), participations: server.runtime.participations };
  const conversation = await getConversation(ctx, { slug });
  const source = await loadReportSource(ctx, { conversation, version: "live", locale: "en" });
  const { key, file } = server.runtime.reportPdfs.make(id, { source, locale: "en" });
  const state = async (name: string) =>
    fetch(`${server.url}/api/v1/conversations/${slug}/report-pdfs/${name}`);
  expect(await (await state(key)).json()).toMatchObject({ ahead: 0 });
  await file;
  expect(await (await state(key)).json()).toEqual({ step: "ready", ahead: 0 });
  expect((await state("unknown")).status).toBe(404);
  await database.sql`
    update conversations set settings = settings || '{"resultsVisibility": "organisers"}'
    where id = ${id}`;
  expect((await state(key)).status).toBe(403);
});

test("hidden results have no file: programs are refused, browsers led to the report's page", async () => {
  const { slug } = await createTestConversation(database.db, {
    statements: 1,
    settings: { resultsVisibility: "after-closing" },
  });
  const refused = await ask(slug);
  expect(refused.status).toBe(403);
  expect((await refused.json()).error.reason).toBe("results-not-disclosed");
  const led = await ask(slug, "?version=live&lang=en", page);
  expect(led.status).toBe(303);
  expect(led.headers.get("location")).toBe(`/c/${slug}/report?version=live&lang=en`);
});

test("a published version stays to be had beside the live report", async () => {
  const { slug, id: conversationId } = await openVotedConversation(database, {
    texts: ["One", "Two", "Three"],
  });
  expect((await ask(slug, "?version=1")).status).toBe(404);
  expect((await ask(slug, "?version=first")).status).toBe(404);
  await publishReport({ ...contextFor(database.db), signReport: null }, { conversationId });
  const read = async (query: string) =>
    readPdf(new Uint8Array(await (await ask(slug, query)).arrayBuffer()));
  for (const query of ["", "?version=1"]) {
    expect((await read(query)).text).toContain("Version1,publishedon");
  }
  expect((await read("?version=live")).text).toContain("Notpublished:");
});

test("nobody's conversation is not found", async () => {
  expect((await ask("nobody-has-this")).status).toBe(404);
  const led = await ask("nobody-has-this", "", page);
  expect(led.headers.get("location")).toBe("/c/nobody-has-this/report");
});

test("an answer that came since is in the file, beside the published report", {
  timeout: 60_000,
}, async () => {
  const { slug, id } = await closeOwedConversation(database);
  const ctx = contextFor(database.db, { kind: "operator" }, new Date("2026-05-02T00:00:00Z"));
  await publishReport({ ...ctx, signReport: null }, { conversationId: id });
  const read = async () => {
    const answer = await ask(slug, "?version=1&lang=en");
    return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).text;
  };
  expect(await read()).toContain("Notansweredyet");
  const answer = { statementId: 0, basedOn: 0, decision: "will-not" as const, reason: "No money." };
  await giveAnswer(ctx, { conversationId: id, ...answer });
  expect(await read()).toContain("Nomoney.");
});
