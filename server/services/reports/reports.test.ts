import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ReportContent } from "@/lib/schemas/report";
import { thinOutAnalyses } from "@/server/db/queries/publish-analysis";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { castVotesNow, type RawVote } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { readFrozenList } from "@/server/testing/frozen-list";
import { findNewestReport, getReport } from "./get";
import { getReportSettings } from "./get-settings";
import { listReports } from "./list";
import { publishReport } from "./publish";
import type { ReportContext, SignReport } from "./report-context";
import { updateReportSettings } from "./update-settings";

const database = openTestDatabase();

const contextWith = (signReport: SignReport | null = null): ReportContext => ({
  ...contextFor(database.db),
  signReport,
});

/**
 * Two camps of twenty on eight statements, who take turns in agreeing so that neither merely agrees more;
 * the last participant passes on all.
 */
const campVotes: RawVote[] = Array.from({ length: 41 }, (_, participant) =>
  Array.from({ length: 8 }, (_, statement): RawVote => {
    if (participant === 40) return [participant, statement, 0];
    const agrees = statement % 2 === participant % 2 || statement === 0;
    return [participant, statement, agrees ? 1 : -1];
  }),
).flat();

async function openVoted(votes = campVotes) {
  const conversation = await createTestConversation(database.db, { statements: 8 });
  await castVotesNow(database.sql, conversation.id, votes);
  await analyseAllDue(database);
  return conversation;
}

const readList = (conversationId: number, number: number) =>
  readFrozenList(database.sql, conversationId, number);
const toLines = (votes: RawVote[]) =>
  votes.map(([participant, statement, value]) => `${participant},${statement},${value}\n`).join("");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

async function saltedSha256(conversationId: number, list: string): Promise<string> {
  const [row] = await database.sql<{ salt: string }[]>`
    select vote_list_salt as salt from reports
    where conversation_id = ${conversationId} and number = 1`;
  expect(row?.salt).toMatch(/^[0-9a-f]{64}$/);
  return sha256(`${row?.salt}\n${sha256(list)}\n`);
}

test("keeps the vote list that its analysis follows from, who is in which group, and its words", async () => {
  const { id: conversationId, slug } = await openVoted();
  await publishReport(contextWith(), { conversationId });
  const report = await getReport(contextWith(), { conversationId, number: 1 });
  const { content, published } = report;
  expect(await readList(conversationId, 1)).toBe(toLines(campVotes));
  expect(report.voteListSha256).toBe(await saltedSha256(conversationId, toLines(campVotes)));
  expect(published).toMatchObject({
    version: content.analysisVersion,
    analysis: { participants: 41, votes: 328 },
  });

  const groups = await database.sql<{ group: number; people: number }[]>`
    select group_id as group, count(*)::int as people from report_votes
    where conversation_id = ${conversationId} and group_id is not null group by 1 order by 1`;
  const sizes = published.analysis.groups.map(({ id, size }) => ({ group: id, people: size }));
  expect(sizes).toHaveLength(2);
  expect([...groups]).toEqual(sizes);

  expect(ReportContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  expect(content).toMatchObject({ number: 1, conversation: { slug } });
  const texts = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => `Statement ${number}`);
  expect(content.statements.map(({ text }) => text)).toEqual(texts);
  expect(content.participation).toMatchObject({
    people: 41,
    votes: 328,
    medianVotes: 8,
    votesPerPerson: [
      { from: 1, to: 1, people: 0 },
      { from: 2, to: 4, people: 0 },
      { from: 5, to: null, people: 41 },
    ],
    spans: [{ newcomers: 41, votes: 328 }],
    statements: { seeds: 8, byParticipants: 0, authors: 0 },
  });
});

test("stays as it was while words, settings and votes change, until the next version", async () => {
  const { id: conversationId } = await openVoted();
  const ctx = contextWith();
  await publishReport(ctx, { conversationId });
  const before = await getReport(ctx, { conversationId, number: 1 });
  await database.sql`
    update statements set text = 'Another text' where conversation_id = ${conversationId}`;
  await database.sql`
    update conversations set title = 'Another title' where id = ${conversationId}`;
  await updateReportSettings(ctx, {
    conversationId,
    settings: { groupNames: { A: "Cyclists" }, hiddenSections: ["uncertain"] },
  });
  await castVotesNow(database.sql, conversationId, [
    [0, 0, -1],
    [1, 1, null],
    [41, 0, 1],
  ]);
  await analyseAllDue(database);
  expect(await getReport(ctx, { conversationId, number: 1 })).toEqual(before);
  expect(await readList(conversationId, 1)).toBe(toLines(campVotes));

  await publishReport(ctx, { conversationId });
  const newest = await findNewestReport(ctx, { conversationId });
  expect(newest).toMatchObject({
    number: 2,
    content: {
      conversation: { title: "Another title" },
      settings: { groupNames: { A: "Cyclists" } },
    },
  });
  expect(await readList(conversationId, 2)).toContain("0,0,-1\n");
  expect(
    (await listReports(ctx, { conversationId })).map(({ number, votes }) => [number, votes]),
  ).toEqual([
    [1, 328],
    [2, 328],
  ]);
});

test("freezes the votes as its analysis saw them when newer ones are there", async () => {
  const { id: conversationId } = await openVoted();
  await castVotesNow(database.sql, conversationId, [
    [0, 0, -1],
    [0, 1, null],
    [50, 3, 1],
  ]);
  const { voteListSha256 } = await publishReport(contextWith(), { conversationId });
  expect(await readList(conversationId, 1)).toBe(toLines(campVotes));
  expect(voteListSha256).toBe(await saltedSha256(conversationId, toLines(campVotes)));
});

test("is signed in the same act, or not published at all", async () => {
  const { id: conversationId } = await openVoted();
  const failing = contextWith(() => Promise.reject(new Error("The key is gone.")));
  await expect(publishReport(failing, { conversationId })).rejects.toThrow("The key is gone.");
  expect(await listReports(failing, { conversationId })).toEqual([]);
  expect(await readList(conversationId, 1)).toBe("");

  const signing = contextWith(async ({ voteListSha256, content, analysis }) =>
    [voteListSha256, content.number, analysis.votes].join("/"),
  );
  const { voteListSha256 } = await publishReport(signing, { conversationId });
  const { signature } = await getReport(signing, { conversationId, number: 1 });
  expect(signature).toBe(`${voteListSha256}/1/328`);
});

test("two at once give two versions or one refusal, never half a version", async () => {
  const { id: conversationId } = await openVoted();
  const outcomes = await Promise.allSettled(
    [1, 2].map(() => publishReport(contextWith(), { conversationId })),
  );
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason.reason] : [],
  );
  const versions = await listReports(contextWith(), { conversationId });
  expect(versions.map(({ number }) => number)).toEqual(refused.length === 0 ? [1, 2] : [1]);
  expect(refused.every((reason) => reason === "publishing-already")).toBe(true);
  for (const { number } of versions) {
    expect(await readList(conversationId, number)).toBe(toLines(campVotes));
  }
});

test("its analysis is not thinned out", async () => {
  const { id: conversationId } = await openVoted();
  const { analysisVersion } = await publishReport(contextWith(), { conversationId });
  await database.sql`
    insert into analyses (conversation_id, version, algorithm, parameters, vote_seq, core, frame)
    select conversation_id, version + n, algorithm, parameters, vote_seq, core, frame
    from analyses, generate_series(1, 40) n
    where conversation_id = ${conversationId} and version = ${analysisVersion}`;
  await thinOutAnalyses(database.sql, conversationId);
  const rows = await database.sql<{ version: number }[]>`
    select version from analyses where conversation_id = ${conversationId} order by version`;
  expect(rows[0]?.version).toBe(analysisVersion);
  expect(rows.length).toBeLessThanOrEqual(22);
});

test("a report is published by owners only, and never of a draft", async () => {
  const { id: conversationId } = await openVoted();
  for (const role of ["moderator", "analyst", "observer"] as const) {
    const actor = await insertTestUser(database.db, { membership: { conversationId, role } });
    const ctx = { ...contextFor(database.db, actor), signReport: null };
    await expect(publishReport(ctx, { conversationId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(updateReportSettings(ctx, { conversationId, settings: {} })).rejects.toMatchObject(
      { code: "FORBIDDEN" },
    );
  }
  await database.sql`update conversations set state = 'draft' where id = ${conversationId}`;
  await expect(publishReport(contextWith(), { conversationId })).rejects.toMatchObject({
    reason: "not-opened",
  });
});

test("a conversation without votes has a report too", async () => {
  const { id: conversationId } = await createTestConversation(database.db, { statements: 2 });
  await expect(publishReport(contextWith(), { conversationId })).rejects.toMatchObject({
    reason: "analysis-not-ready",
  });
  await analyseAllDue(database);
  const { voteListSha256 } = await publishReport(contextWith(), { conversationId });
  expect(voteListSha256).toBe(await saltedSha256(conversationId, ""));
  const { content } = await getReport(contextWith(), { conversationId, number: 1 });
  expect(content.participation).toMatchObject({ people: 0, votesPerPerson: [], spans: [] });
  await database.sql`delete from conversations where id = ${conversationId}`;
  expect(await listReports(contextWith(), { conversationId })).toEqual([]);
});

test("once voting is over only an analysis of all votes is published", async () => {
  const { id: conversationId } = await openVoted();
  await castVotesNow(database.sql, conversationId, [[900, 0, 1]]);
  await database.sql`update conversations set state = 'closed' where id = ${conversationId}`;
  await expect(publishReport(contextWith(), { conversationId })).rejects.toMatchObject({
    reason: "analysis-not-ready",
  });
  await analyseAllDue(database);
  await publishReport(contextWith(), { conversationId });
  const { content, published } = await getReport(contextWith(), { conversationId, number: 1 });
  expect(content.participation.people).toBe(published.analysis.participants);
});

test("an analysis that has seen much less than people see is not published", async () => {
  const { id: conversationId } = await openVoted();
  await database.sql`
    insert into analyses
    select (jsonb_populate_record(a, jsonb_build_object('version', version + 1, 'is_approximate', true,
      'core', core || jsonb_build_object('votes', (core ->> 'votes')::int * 2)))).*
    from analyses a where conversation_id = ${conversationId} order by version desc limit 1`;
  await expect(publishReport(contextWith(), { conversationId })).rejects.toMatchObject({
    reason: "analysis-not-ready",
  });
});

test("settings are checked, cleaned and recorded", async () => {
  const { id: conversationId } = await createTestConversation(database.db);
  const ctx = contextWith();
  expect(await getReportSettings(ctx, { conversationId })).toMatchObject({ pinned: [] });
  const saved = await updateReportSettings(ctx, {
    conversationId,
    settings: {
      pinned: [3, 1, 3],
      groupNames: { A: "  Cyclists ", B: "" },
      statementNotes: { 3: "The ministry studies this." },
    },
  });
  expect(saved).toMatchObject({ pinned: [3, 1], groupNames: { A: "Cyclists" } });
  expect(await getReportSettings(ctx, { conversationId })).toEqual(saved);
  const unknown = { hiddenSections: ["method"] } as never;
  await expect(
    updateReportSettings(ctx, { conversationId, settings: unknown }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  const events = await database.sql`
    select details from audit_events
    where conversation_id = ${conversationId} and action = 'report.update'`;
  expect(events).toHaveLength(1);
});
