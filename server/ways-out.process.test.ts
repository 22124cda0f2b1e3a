import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ConversationState, ResultsVisibility } from "@/lib/schemas/conversation";
import { type DatabaseClient, openDatabase } from "./db/client";
import { type EmbeddedServer, startEmbeddedServer } from "./db/embedded/server";
import { migrateDatabase } from "./db/migrate";
import { routes } from "./http/routes";
import { projectRoot } from "./process/project-root";
import { giveAnswer } from "./services/answers/give-answer";
import { closeConversation } from "./services/conversations/close";
import { present } from "./services/live-sessions/present";
import { contextFor } from "./testing/actors";
import { castVotesNow } from "./testing/cast-raw-votes";
import { type PlenumProcess, runPlenum } from "./testing/plenum-process";
import { startSmtpServer } from "./testing/smtp-server";
import { acts } from "./testing/ways-out/acts";
import { compare } from "./testing/ways-out/compare";
import { findUncovered } from "./testing/ways-out/find-uncovered";
import { fetchAnswer, tell } from "./testing/ways-out/look";
import {
  lateVotes,
  makeTwins,
  statementCount,
  type Twin,
  type Twins,
} from "./testing/ways-out/make-twins";
import { pageWays } from "./testing/ways-out/page-ways";
import { mutations, queries } from "./testing/ways-out/procedure-ways";
import { routeWays } from "./testing/ways-out/route-ways";
import {
  makeAccounts,
  makeOverlayHolder,
  stranger,
  takePart,
  type Viewer,
} from "./testing/ways-out/viewers";
import type { Way } from "./testing/ways-out/way";
import { appRouter } from "./trpc/root";

let folder: string;
let server: EmbeddedServer;
let database: DatabaseClient;
let plenum: PlenumProcess;
let mailServer: Awaited<ReturnType<typeof startSmtpServer>>;
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
  mailServer = await startSmtpServer({ isPlain: true });
  plenum = runPlenum(["start"], {
    dataDir: join(folder, "data"),
    env: {
      DATABASE_URL: server.url,
      PLENUM_SECRET: "s".repeat(40),
      TRUST_PROXY: "1",
      SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
    },
  });
  url = String((await plenum.document)?.url);
  const twins = allTwins.flatMap(({ both }) => both);
  const accounts = await makeAccounts(database, url, twins);
  const participants = await takePart(url, twins);
  viewers = [stranger, ...participants, await makeOverlayHolder(database, twins), ...accounts];
  for (const twin of twins) {
    const late = participants.flatMap((_, n) => lateVotes(statementCount + n, twin));
    await castVotesNow(database.sql, twin.id, late);
  }
  await untilAnalysed();
  for (const { both, state } of allTwins) for (const twin of both) await settle(twin, state);
  await untilAnalysed();
  for (const twin of twins) twin.version = await findVersion(twin.id);
}, 600_000);

afterAll(async () => {
  await database?.close();
  plenum?.child.kill("SIGTERM");
  await plenum?.ended;
  await mailServer?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

async function untilAnalysed(): Promise<void> {
  const due = () => database.sql`select 1 from analysis_queue where due_at is not null`;
  const isDone = async () => expect(await due()).toHaveLength(0);
  await vi.waitFor(isDone, { timeout: 120_000, interval: 100 });
}

/** A statement is on stage, and its results are said to be revealed, whatever the policy is. */
async function stage(conversationId: number): Promise<void> {
  const ctx = contextFor(database.db);
  const { number } = await present(ctx, { conversationId, basedOn: 0, act: { type: "start" } });
  const act = { type: "show" as const, statement: 0 };
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

async function listEverything() {
  const file = join(projectRoot, ".next/app-path-routes-manifest.json");
  const manifest: Record<string, string> = JSON.parse(await readFile(file, "utf8"));
  const procedures = Object.keys(appRouter._def.procedures);
  return { pages: Object.values(manifest), routes, procedures };
}

test("everything that is answered is tried, and nothing else", async () => {
  expect(findUncovered(await listEverything())).toEqual({ untried: [], gone: [] });
});

test("a new way out is named until it is tried, and one that is gone as well", async () => {
  const { pages, procedures } = await listEverything();
  const found = findUncovered({
    pages: [...pages, "/c/[slug]/leak"],
    routes: [...routes.slice(1), { method: "GET", pattern: "/c/:slug/leak.csv" }],
    procedures: [...procedures, "statement.leak"],
  });
  expect(found.untried).toEqual(["/c/[slug]/leak", "GET /c/:slug/leak.csv", "tRPC statement.leak"]);
  expect(found.gone).toEqual(["POST /api/v1/conversations/:slug/votes"]);
});

const name = (table: Record<string, Way[]>) =>
  Object.entries(table).flatMap(([title, list]) =>
    list.map((way, at) => ({ name: list.length > 1 ? `${title} (${at + 1})` : title, way })),
  );
const asked = name({ ...pageWays, ...routeWays });
const asRsc = name(pageWays).map(({ name, way }) => ({
  name: `${name} as its parts`,
  way: {
    ...way,
    isVariant: true,
    headers: { rsc: "1" },
    address: (twin: Twin) => withRsc(way.address(twin)),
  },
}));
const head = { isHead: true, isVariant: true, tells: false };
const asHead = asked
  .filter(({ way }) => !way.isCostly)
  .map(({ name, way }) => ({ name: `HEAD of ${name}`, way: { ...way, ...head } }));
const ofQueries = Object.entries(queries).map(([name, way]) => ({ name: `tRPC ${name}`, way }));
const read = [...asked, ...asRsc, ...asHead, ...ofQueries];
const sent = [
  ...name(acts),
  ...Object.entries(mutations).map(([name, way]) => ({ name: `tRPC ${name}`, way })),
].map(({ name, way }) => ({ name, way: { ...way, isVariant: true } }));
const cases = ResultsVisibility.options.flatMap((policy) =>
  ConversationState.options.map((state) => ({ policy, state })),
);

function withRsc(address: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}_rsc=`;
}

test.each([...read, ...sent].filter(({ way }) => !way.isHead && !way.isCostly))(
  "a figure would be seen in: $name",
  async ({ way }) => {
    const [twin] = findTwins("always", "closed").both;
    const viewer = way.body || way.form ? stranger : viewers.find(({ role }) => role === "owner")!;
    const look = { way, viewer, twin };
    const answer = await fetchAnswer(url, look);
    const [one, other] = [
      await tell(answer, look, " 17 agree "),
      await tell(answer, look, " 18 agree "),
    ];
    expect(one === other, `${answer.status}`).toBe(way.isBlind !== undefined);
  },
);

describe.each(cases)("$policy, $state", ({ policy, state }) => {
  test.each(read)("$name", async ({ way }) => {
    await expectNothingEarly(findTwins(policy, state), way);
  });
});

function findTwins(policy: Twins["policy"], state: Twins["state"]): Twins {
  return allTwins.find((each) => each.policy === policy && each.state === state)!;
}

async function expectNothingEarly(twins: Twins, way: Way): Promise<void> {
  const found = await compare(url, { way, viewers, twins });
  expect(found).toEqual({ early: [], missing: [] });
}

test("a letter tells nothing but names and a link", async () => {
  const sign = { ...submitPerson, tells: false };
  const letters: string[] = [];
  const twins = findTwins("organisers", "open");
  for (const twin of twins.both) {
    const viewer = viewers.find(({ role }) => role === "owner")!;
    const before = mailServer.taken.length;
    expect((await fetchAnswer(url, { way: sign, viewer, twin })).status).toBe(303);
    await vi.waitFor(() => expect(mailServer.taken.length).toBeGreaterThan(before));
    letters.push(readLetter(mailServer.taken.at(-1)!.raw, twin));
  }
  expect(letters[0]).toContain("TITLE");
  expect(letters[0]).toBe(letters[1]);
});

const submitPerson = {
  address: ({ slug }: Twin) => `/api/manage/c/${slug}/people`,
  form: () => ({ email: "guest@example.org", role: "observer" }),
};

/** What of a letter depends on nothing but what it says. */
function readLetter(raw: string, { slug, title }: Twin): string {
  return raw
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(slug, "SLUG")
    .replaceAll(title, "TITLE")
    .replaceAll(/[\da-f]{64}/g, "TOKEN")
    .replaceAll(/^(Message-ID|Date):.*$/gim, "$1")
    .replaceAll(/--_NmP-[\w-]+/g, "BOUNDARY");
}

test("one place sends letters", async () => {
  const folders = await readdir(join(projectRoot, "server"), { recursive: true });
  const files = folders.filter((file) => /\.ts$/.test(file) && !/test/.test(file));
  const senders: string[] = [];
  for (const file of files) {
    const source = await readFile(join(projectRoot, "server", file), "utf8");
    if (/mailer\.send\(/.test(source)) senders.push(file);
  }
  expect(senders).toEqual(["services/people/add.ts"]);
});

// Last, for it changes what there is: by those only who may not see results.
describe.each(cases)("sent: $policy, $state", ({ policy, state }) => {
  test.each(sent)("$name", async ({ way }) => {
    await expectNothingEarly(findTwins(policy, state), way);
  });
});
