import { describe, expect, test } from "vitest";
import { contextFor } from "@/server/testing/actors";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { readFrozenList } from "@/server/testing/frozen-list";
import { openTestServer } from "@/server/testing/http-server";
import { createParticipantClient } from "@/server/testing/participant-client";
import { getReport } from "./get";
import { publishReport } from "./publish";
import type { ReportContext, SignReport } from "./report-context";

const database = openTestDatabase();
const server = openTestServer(database);

const contextWith = (signReport: SignReport | null = null): ReportContext => ({
  ...contextFor(database.db),
  signReport,
});
const readList = (conversationId: number, number: number) =>
  readFrozenList(database.sql, conversationId, number);

describe("whoever deletes their data", () => {
  async function openWithVoter() {
    const { id, slug } = await createTestConversation(database.db, { statements: 3 });
    const client = createParticipantClient(server.url, slug);
    const vote = async (votes: Record<number, number>, token?: string): Promise<string> => {
      const list = Object.entries(votes).map(([statement, value]) => ({
        statement: Number(statement),
        value,
      }));
      return (await client.post("votes", { votes: list }, token)).body.participant.token;
    };
    return { id, client, vote };
  }

  test("takes their votes out of every version, which counts them; the hash stays", async () => {
    const { id: conversationId, client, vote } = await openWithVoter();
    const leaver = await vote({ 0: 1, 1: -1, 2: 0 });
    await vote({ 0: 1, 1: 1 });
    await analyseAllDue(database);
    const { voteListSha256 } = await publishReport(contextWith(), { conversationId });
    await vote({ 0: -1 }, leaver);
    const own = await client.get("me", leaver);
    expect(own.body.reports).toEqual([{ number: 1, votes: 3 }]);
    await client.post("me/delete", {}, leaver);
    const report = await getReport(contextWith(), { conversationId, number: 1 });
    expect(report).toMatchObject({ withdrawnVotes: 3, voteListSha256 });
    expect(await readList(conversationId, 1)).toBe("1,0,1\n1,1,1\n");
    const [row] = await database.sql`
      select vote_list_salt as salt from reports where conversation_id = ${conversationId}`;
    expect(row?.salt).toBeNull();
  });

  test("takes along the words that nobody else voted on", async () => {
    const { id: conversationId, client, vote } = await openWithVoter();
    const leaver = await vote({ 0: 1 });
    const written = await client.post("statements", { text: "Only I say this." }, leaver);
    const shared = await client.post("statements", { text: "Others vote on this." }, leaver);
    await vote({ [shared.body.statement.id]: 1 });
    await analyseAllDue(database);
    await publishReport(contextWith(), { conversationId });
    await client.post("me/delete", {}, leaver);
    const { content } = await getReport(contextWith(), { conversationId, number: 1 });
    const textOf = (id: number) => content.statements.find((one) => one.id === id)?.text;
    expect(textOf(written.body.statement.id)).toBeNull();
    expect(textOf(shared.body.statement.id)).toBe("Others vote on this.");
  });

  test("is in no report that is published before the next analysis", async () => {
    const { id: conversationId, client, vote } = await openWithVoter();
    const leaver = await vote({ 0: 1 });
    await vote({ 0: 1 });
    await analyseAllDue(database);
    await client.post("me/delete", {}, leaver);
    await expect(publishReport(contextWith(), { conversationId })).rejects.toMatchObject({
      reason: "analysis-not-ready",
    });
    await analyseAllDue(database);
    await publishReport(contextWith(), { conversationId });
    expect(await readList(conversationId, 1)).toBe("1,0,1\n");
  });

  test("while a report is being frozen keeps it from being published", async () => {
    const { id: conversationId, client, vote } = await openWithVoter();
    const leaver = await vote({ 0: 1 });
    await analyseAllDue(database);
    const leaving = contextWith(async () => {
      await client.post("me/delete", {}, leaver);
      return "signed";
    });
    await expect(publishReport(leaving, { conversationId })).rejects.toMatchObject({
      reason: "participant-left",
    });
    expect(await readList(conversationId, 1)).toBe("");
  });
});
