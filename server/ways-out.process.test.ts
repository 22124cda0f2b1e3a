import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { areResultsPublic, mayDiscloseResults } from "@/lib/results-policy";
import { ConversationState, ResultsVisibility } from "@/lib/schemas/conversation";
import { type DatabaseClient, openDatabase } from "./db/client";
import { type EmbeddedServer, startEmbeddedServer } from "./db/embedded/server";
import { migrateDatabase } from "./db/migrate";
import { routes } from "./http/routes";
import { projectRoot } from "./process/project-root";
import { giveAnswer } from "./services/answers/give-answer";
import { closeConversation } from "./services/conversations/close";
import { present } from "./services/live-sessions/present";
import { createInvitationMail } from "./services/people/invitation-mail";
import { contextFor } from "./testing/actors";
import { castVotesNow } from "./testing/cast-raw-votes";
import { type PlenumProcess, runPlenum } from "./testing/plenum-process";
import { look } from "./testing/ways-out/look";
import {
  lateVotes,
  makeTwins,
  statementCount,
  type Twins,
  votesNeeded,
} from "./testing/ways-out/make-twins";
import { makeAccounts, stranger, takePart, type Viewer } from "./testing/ways-out/viewers";
import { pageWays, routeWays, type Way } from "./testing/ways-out/ways";

let folder: string;
let server: EmbeddedServer;
let database: DatabaseClient;
let plenum: PlenumProcess;
let url: string;
let viewers: Viewer[];
const allTwins: Twins[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenum-ways-"));
  server = await startEmbeddedServer(join(folder, "database"), { fsync: "off" });
  await migrateDatabase(server.url);
  database = openDatabase(server.url);
  for (const policy of ResultsVisibility.options) {
    for (const state of ConversationState.options) {
      allTwins.push(await makeTwins(database, { policy, state }));
    }
  }
  plenum = runPlenum(["start"], {
    dataDir: join(folder, "data"),
    env: { DATABASE_URL: server.url, PLENUM_SECRET: "s".repeat(40), TRUST_PROXY: "1" },
  });
  url = String((await plenum.document)?.url);
  const twins = allTwins.flatMap(({ both }) => both);
  const accounts = await makeAccounts(database, url, twins);
  const participants = await takePart(url, twins);
  viewers = [stranger, ...participants, ...accounts];
  for (const twin of twins) {
    const late = participants.flatMap((_, n) => lateVotes(statementCount + n, twin));
    await castVotesNow(database.sql, twin.id, late);
  }
  await untilAnalysed();
  for (const { both, state } of allTwins) for (const twin of both) await settle(twin, state);
  await untilAnalysed();
  for (const twin of twins) twin.version = await findVersion(twin.id);
}, 180_000);

afterAll(async () => {
  await database?.close();
  plenum?.child.kill("SIGTERM");
  await plenum?.ended;
  await server?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

async function untilAnalysed(): Promise<void> {
  const due = () => database.sql`select 1 from analysis_queue where due_at is not null`;
  const isDone = async () => expect(await due()).toHaveLength(0);
  await vi.waitFor(isDone, { timeout: 60_000, interval: 100 });
}

/** A statement is on stage, and its results are said to be revealed, whatever the policy is. */
async function stage(conversationId: number): Promise<void> {
  const ctx = contextFor(database.db);
  const { number } = await present(ctx, { conversationId, basedOn: 0, act: { type: "start" } });
  const act = { type: "show" as const, statement: 2 };
  await present(ctx, { conversationId, basedOn: number, act });
  await database.sql`
    update live_sessions set is_revealed = true where conversation_id = ${conversationId}`;
}

async function findVersion(id: number): Promise<number> {
  const [row] = await database.sql<{ version: number }[]>`
    select max(version) as version from analyses where conversation_id = ${id}`;
  return row?.version ?? 0;
}

/** What was open until now becomes what it is to be; what ended is answered. */
async function settle({ id, shared }: { id: number; shared: number }, state: Twins["state"]) {
  const ctx = contextFor(database.db);
  if (state === "draft") {
    await database.sql`update conversations set state = 'draft' where id = ${id}`;
  }
  if (state === "open") await stage(id);
  if (state !== "closed") return;
  await closeConversation(ctx, { conversationId: id });
  const answer = { decision: "will-act" as const, reason: "Soon.", unit: "Parks", dueOn: null };
  await giveAnswer(ctx, { conversationId: id, statementId: shared, basedOn: 0, ...answer });
}

test("every page and every route is in the table, and nothing else", async () => {
  const file = join(projectRoot, ".next/app-path-routes-manifest.json");
  const manifest: Record<string, string> = JSON.parse(await readFile(file, "utf8"));
  expect(Object.keys(pageWays).sort()).toEqual([...new Set(Object.values(manifest))].sort());
  const known = routes.map(({ method, pattern }) => `${method} ${pattern}`);
  expect(Object.keys(routeWays).sort()).toEqual(known.sort());
});

test("one letter is sent, and nothing goes into it but names and a link", async () => {
  const folders = await readdir(join(projectRoot, "server"), { recursive: true });
  const files = folders.filter((file) => /\.ts$/.test(file) && !/test/.test(file));
  const senders: string[] = [];
  for (const file of files) {
    const source = await readFile(join(projectRoot, "server", file), "utf8");
    if (/mailer\.send\(/.test(source)) senders.push(file);
  }
  expect(senders).toEqual(["services/people/add.ts"]);
  const [one, other] = await Promise.all(
    allTwins[0]!.both.map(({ title }) => {
      const invitation = { email: "a@example.org", title, role: "observer" as const, link: "/x" };
      return createInvitationMail("en", invitation);
    }),
  );
  const [twin, sibling] = allTwins[0]!.both;
  expect(one!.text.replaceAll(twin.title, "")).toBe(other!.text.replaceAll(sibling.title, ""));
});

const ways = Object.entries({ ...pageWays, ...routeWays }).flatMap(([name, list]) =>
  list.map((way, at) => ({ name: list.length > 1 ? `${name} (${at + 1})` : name, way })),
);
const cases = ResultsVisibility.options.flatMap((policy) =>
  ConversationState.options.map((state) => ({ policy, state })),
);

describe.each(cases)("$policy, $state", ({ policy, state }) => {
  test.each(ways)("$name", async ({ way }) => {
    const twins = allTwins.find((each) => each.policy === policy && each.state === state)!;
    const [early, missing] = [[] as string[], [] as string[]];
    for (const viewer of viewers) {
      const maySee = mayBeTold(twins, viewer, way);
      if (maySee && (!way.tells || isTriedOften(way, twins, viewer))) continue;
      const [one, other] = await lookAtBoth(way, viewer, twins);
      const differs = one.told !== other.told;
      const shows = way.shows?.test(one.told) ?? differs;
      if (!maySee && (differs || shows)) early.push(`${viewer.name}: ${tellApart(one, other)}`);
      if (maySee && (one.status >= 400 || !shows)) missing.push(`${viewer.name}: ${one.told}`);
    }
    expect({ early, missing }).toEqual({ early: [], missing: [] });
  });
});

async function lookAtBoth(way: Way, viewer: Viewer, { both }: Twins) {
  const [one, other] = both;
  return [
    await look(url, { way, viewer, twin: one }),
    await look(url, { way, viewer, twin: other }),
  ] as const;
}

function mayBeTold({ policy, state }: Twins, viewer: Viewer, way: Way): boolean {
  const question = { visibility: policy, resultsAfterVotes: votesNeeded, state };
  if (way.isForAll) return areResultsPublic(question);
  const { ownVotes, role } = viewer;
  return mayDiscloseResults({ ...question, ownVotes, role });
}

/** That it tells results to those who may see them is seen by one of each kind, where most may not. */
function isTriedOften(way: Way, { policy, state }: Twins, viewer: Viewer): boolean {
  if (way.isCostly) return policy !== "always" || state !== "open" || viewer !== stranger;
  return viewer.role !== null && (policy !== "organisers" || state === "closed");
}

/** What only one of two answers has. */
function tellApart(one: { told: string }, other: { told: string }): string {
  const [lines, others] = [one.told.split("\n"), other.told.split("\n")];
  const only = (of: string[], not: string[]) =>
    of.filter((line) => !not.includes(line)).map((line) => line.slice(0, 200));
  const apart = { one: only(lines, others).slice(0, 8), other: only(others, lines).slice(0, 8) };
  return `${lines.length}:${others.length} ${JSON.stringify(apart)}`;
}
