import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import { overlayTokens } from "@/drizzle/schema/overlay-token";
import type { OverlayProgramme } from "@/lib/overlay/programme";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import type { PresentAct } from "@/lib/schemas/live-session";
import { notify } from "@/server/db/queries/notify";
import { observeConversations } from "@/server/live/observe-conversations";
import { present } from "@/server/services/live-sessions/present";
import { findOverlayToken } from "@/server/services/overlay/find-token";
import { rotateOverlayToken } from "@/server/services/overlay/rotate-token";
import { createUser } from "@/server/services/users/create";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { publishCounted } from "@/server/testing/publish-counted";
import { openEvents } from "@/server/testing/read-events";
import { openVotedConversation } from "@/server/testing/voted-conversation";

const database = openTestDatabase();
const server = openTestServer(database);
const owner = { email: "owner@example.org", password: "a long enough passphrase" };

beforeAll(async () => {
  await createUser(contextFor(database.db), owner);
});

const address = (slug: string, rest: string) =>
  `${server.url}/api/v1/conversations/${slug}/${rest}`;

async function readProgramme(slug: string, query = ""): Promise<OverlayProgramme> {
  const response = await fetch(address(slug, `overlay${query}`));
  expect(response.status).toBe(200);
  return response.json();
}

async function rotate(conversationId: number): Promise<string> {
  const ctx = { ...contextFor(database.db), secrets: server.runtime.secrets };
  return (await rotateOverlayToken(ctx, { conversationId })).token;
}

async function hide(
  resultsVisibility: ConversationSettings["resultsVisibility"],
): Promise<{ id: number; slug: string }> {
  const made = await createTestConversation(database.db, {
    statements: 2,
    settings: { resultsVisibility },
  });
  await publishCounted(database, made.id, 1);
  return made;
}

test("only accepted statements are put on air, under lenient moderation too", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 3 });
  await database.sql`update statements set moderation = 'pending'
    where conversation_id = ${id} and id = 1`;
  expect((await readProgramme(slug)).turns.map(({ text }) => text)).toEqual([
    "Statement 2",
    "Statement 0",
  ]);
  expect((await readProgramme(slug, "?statements=1")).turns).toEqual([]);
  await database.sql`update statements set moderation = 'rejected', moderation_reason = 'off-topic'
    where conversation_id = ${id} and id = 2`;
  expect((await readProgramme(slug)).turns.map(({ text }) => text)).toEqual(["Statement 0"]);
});

test.each(["after-votes", "after-closing", "organisers"] as const)(
  "results under %s are on air for the private link alone",
  async (visibility) => {
    const { id, slug } = await hide(visibility);
    const hidden = { isDisclosed: false, votes: null, map: null };
    expect(await readProgramme(slug)).toMatchObject(hidden);
    const token = await rotate(id);
    expect(await readProgramme(slug, `?token=${"0".repeat(64)}`)).toMatchObject(hidden);
    expect(await readProgramme(slug, `?token=${token}`)).toMatchObject({
      isDisclosed: true,
      votes: 1,
      map: { version: 1 },
    });
    const other = await hide(visibility);
    expect(await readProgramme(other.slug, `?token=${token}`)).toMatchObject(hidden);
  },
);

test("a new link makes the old one useless at once, in an open stream too", async () => {
  const { id, slug } = await hide("organisers");
  const first = await rotate(id);
  const reader = await openEvents(address(slug, `events?token=${first}`));
  expect(await reader.next()).toMatchObject({ type: "analysis", id: "1" });
  const second = await rotate(id);
  expect(second).not.toBe(first);
  expect(await reader.next()).toMatchObject({ type: "conversation" });
  await publishCounted(database, id, 2);
  expect(await readProgramme(slug, `?token=${first}`)).toMatchObject({ isDisclosed: false });
  expect(await readProgramme(slug, `?token=${second}`)).toMatchObject({ votes: 2 });
  // The stream goes on as anybody's: its next news is not the analysis.
  await notify(database.db, { type: "conversation", conversationId: id });
  expect(await reader.next()).toMatchObject({ type: "conversation" });
  reader.close();
});

test("what is on stage is shown, its votes once they are revealed; not once it is rejected", async () => {
  const { id, slug } = await openVotedConversation(database, { texts: ["Trees", "Buses", "Rent"] });
  expect((await readProgramme(slug)).session).toBeNull();
  const ctx = contextFor(database.db);
  const act = (basedOn: number, todo: PresentAct) =>
    present(ctx, { conversationId: id, basedOn, act: todo });
  await act(0, { type: "start" });
  await act(1, { type: "show", statement: 0 });
  expect((await readProgramme(slug)).session).toMatchObject({
    statement: { statement: 0, text: "Trees", tally: null },
    isOpen: true,
    isRevealed: false,
  });
  const turnOf = async (query: string) =>
    (await readProgramme(slug, query)).turns.find(({ statement }) => statement === 0);
  expect(await turnOf("?show=shared")).toMatchObject({ reason: "chosen", tally: null });
  expect(await turnOf("?show=newest")).toMatchObject({ reason: "newest", tally: null });
  await act(2, { type: "reveal" });
  expect(await turnOf("?show=shared")).toMatchObject({ reason: "shared", tally: { agrees: 40 } });
  expect((await readProgramme(slug)).session).toMatchObject({
    statement: { tally: { agrees: 40, disagrees: 0, passes: 0 } },
    isRevealed: true,
  });
  await database.sql`update statements set moderation = 'rejected', moderation_reason = 'off-topic'
    where conversation_id = ${id} and id = 0`;
  expect((await readProgramme(slug)).session).toBeNull();
});

test("fewer than five votes are no bars", async () => {
  const { slug } = await openVotedConversation(database, { texts: ["Trees", "Buses", "Rent"] });
  expect((await readProgramme(slug, "?statements=1,2")).turns).toMatchObject([
    { statement: 1, tally: { agrees: 20, disagrees: 20 } },
    { statement: 2, tally: null },
  ]);
});

test("whoever missed the news of a new link finds it by polling", async () => {
  const { id } = await createTestConversation(database.db);
  const seen = [await observeConversations(database.sql, [id])];
  for (let time = 0; time < 2; time += 1) {
    await rotate(id);
    seen.push(await observeConversations(database.sql, [id]));
  }
  expect(new Set(seen.map(([row]) => row?.conversation)).size).toBe(3);
});

test("the private link opens the overlay and its stream, and nothing else", async () => {
  const { id, slug } = await hide("organisers");
  const token = await rotate(id);
  for (const rest of ["analyses/latest", "history/1", "export/votes.csv", "export/comments.csv"]) {
    const response = await fetch(address(slug, `${rest}?token=${token}`));
    expect([rest, response.status]).toEqual([rest, 403]);
  }
});

test("a draft can be rehearsed with the private link, and with it alone", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 1 });
  await database.db.update(conversations).set({ state: "draft" }).where(eq(conversations.id, id));
  expect((await fetch(address(slug, "overlay"))).status).toBe(404);
  const programme = await readProgramme(slug, `?token=${await rotate(id)}`);
  expect(programme).toMatchObject({ state: "draft", isDisclosed: true });
});

test("the token is kept as a hash, and shown to owners alone", async () => {
  const { id } = await createTestConversation(database.db);
  const { secrets } = server.runtime;
  const find = async (role: "owner" | "moderator" | "observer") => {
    const actor = await insertTestUser(database.db, { membership: { conversationId: id, role } });
    return findOverlayToken({ ...contextFor(database.db, actor), secrets }, { conversationId: id });
  };
  expect(await find("owner")).toEqual({ mayRotate: true, token: null });
  const token = await rotate(id);
  expect(await find("owner")).toEqual({ mayRotate: true, token });
  expect(await find("moderator")).toEqual({ mayRotate: false, token: null });
  const overlay = { kind: "overlay" as const, tokenHash: "x" };
  const ctx = { ...contextFor(database.db, overlay), secrets };
  expect(await findOverlayToken(ctx, { conversationId: id })).toEqual({
    mayRotate: false,
    token: null,
  });
  const rows = await database.db.select().from(overlayTokens);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("the form makes a new link for those who may, and refuses pages of other sites", async () => {
  const { slug } = await createTestConversation(database.db);
  const post = (path: string, fields: Record<string, string>, headers = {}) =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: server.url, ...headers },
      body: new URLSearchParams(fields),
    });
  const form = `/api/manage/c/${slug}/overlay-token`;
  const stranger = await post(form, {});
  expect(stranger.headers.get("location")).toBe("/manage/sign-in");
  const cookies = (await post("/api/manage/sign-in", owner)).headers.getSetCookie();
  const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
  const foreign = await post(form, {}, { cookie, origin: "https://elsewhere.example" });
  expect(foreign.status).toBe(403);
  const refused = await post(form, { lang: "en" }, { cookie });
  expect(refused.headers.get("location")).toBe(
    `/manage/c/${slug}/overlay?problem=not-allowed&lang=en#outcome`,
  );
});
