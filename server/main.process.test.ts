import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listProcesses, type PlenumProcess, runPlenum } from "./testing/plenum-process";

let dataDir: string;
let running: PlenumProcess[];

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), "plenum-process-")), "data");
  running = [];
});

afterEach(async () => {
  for (const { child } of running) child.kill("SIGTERM");
  await Promise.all(running.map(({ ended }) => ended));
  for (const { pid } of await listProcesses(dataDir)) process.kill(pid, "SIGKILL");
  await rm(join(dataDir, ".."), { recursive: true, force: true, maxRetries: 10 });
});

function run(args: string[], env?: Record<string, string>, input?: string): PlenumProcess {
  const plenum = runPlenum(args, { dataDir, env, input });
  running.push(plenum);
  return plenum;
}

async function start(command = "start"): Promise<PlenumProcess & { url: string }> {
  const plenum = run([command]);
  const document = await plenum.document;
  if (document?.url === undefined) throw new Error(`It did not start.\n${plenum.notices()}`);
  return { ...plenum, url: String(document.url) };
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function postmasterPid(): Promise<number> {
  return Number(
    (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0],
  );
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s to the whole group, twice, stops everything in under ten seconds, PostgreSQL cleanly",
  async (signal) => {
    const plenum = await start();
    expect(await isHealthy(plenum.url)).toBe(true);
    const askedAt = Date.now();
    process.kill(-plenum.child.pid!, signal);
    process.kill(-plenum.child.pid!, signal);
    expect(await plenum.ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - askedAt).toBeLessThan(10_000);
    expect(await listProcesses(dataDir)).toEqual([]);
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
    const log = await readFile(join(dataDir, "postgres.log"), "utf8");
    expect(log.trim().split("\n").at(-1)).toContain("database system is shut down");
  },
);

test("a second start is refused in words and does not disturb the first", async () => {
  const first = await start();
  const second = run(["start"]);
  expect(await second.ended).toMatchObject({ code: 1 });
  expect(second.notices()).toContain(`already runs on the data folder ${dataDir}`);
  expect(await isHealthy(first.url)).toBe(true);
});

test("of two first starts at once, one runs and one is refused", async () => {
  const both = [run(["start"]), run(["start"])];
  const documents = await Promise.all(both.map(({ document }) => document));
  const urls = documents.flatMap((document) => (document?.url ? [String(document.url)] : []));
  expect(urls).toHaveLength(1);
  expect(await isHealthy(urls[0]!)).toBe(true);
});

test("commands work beside a running server, and alone, and leave nothing running", async () => {
  const flags = ["user", "create", "--password-stdin", "--email"];
  const alone = run([...flags, "ada@example.org"], {}, "correct horse battery");
  expect(await alone.ended).toMatchObject({ code: 0 });
  expect(await listProcesses(dataDir)).toEqual([]);
  const plenum = await start();
  const beside = run([...flags, "grace@example.org"], {}, "correct horse battery");
  expect(await beside.ended).toMatchObject({ code: 0 });
  expect(await isHealthy(plenum.url)).toBe(true);
});

test("when PostgreSQL dies the process says so and ends with 1", async () => {
  const plenum = await start();
  process.kill(await postmasterPid(), "SIGKILL");
  expect(await plenum.ended).toEqual({ code: 1, signal: null });
  expect(plenum.notices()).toContain("PostgreSQL has ended unexpectedly");
  await expect.poll(() => listProcesses(dataDir), { timeout: 10_000 }).toEqual([]);
});

test("kill -9 of the parent ends its children, and the next start takes PostgreSQL over", async () => {
  const first = await start();
  const pid = await postmasterPid();
  first.child.kill("SIGKILL");
  await first.ended;
  await expect
    .poll(async () => (await listProcesses(dataDir)).filter((p) => !/postgres/.test(p.command)), {
      timeout: 10_000,
    })
    .toEqual([]);
  const second = await start();
  expect(await postmasterPid()).toBe(pid);
  expect(await isHealthy(second.url)).toBe(true);
});

test("the worker is started again when it dies", async () => {
  await start();
  const findWorker = async () =>
    (await listProcesses(dataDir)).find(({ command }) => command.includes("server/analysis"))?.pid;
  await expect.poll(findWorker, { timeout: 10_000 }).toBeTypeOf("number");
  const first = await findWorker();
  process.kill(first!, "SIGKILL");
  const another = async () => {
    const pid = await findWorker();
    return pid !== undefined && pid !== first;
  };
  await expect.poll(another, { timeout: 10_000 }).toBe(true);
});

test("another secret is refused, and the secret is for its owner only", async () => {
  const first = await start();
  expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
  first.child.kill("SIGTERM");
  await first.ended;
  const second = run(["start"], { PLENUM_SECRET: "x".repeat(40) });
  expect(await second.ended).toMatchObject({ code: 1 });
  expect(second.notices()).toContain("set up with another secret");
  expect(await listProcesses(dataDir)).toEqual([]);
});

test("a port in use is named, and nothing is left running", async () => {
  const plenum = await start();
  const other = runPlenum(["start"], {
    dataDir: `${dataDir}-other`,
    env: { PORT: new URL(plenum.url).port },
  });
  expect(await other.ended).toMatchObject({ code: 1 });
  expect(other.notices()).toContain(`already uses port ${new URL(plenum.url).port}`);
  expect(await listProcesses(`${dataDir}-other`)).toEqual([]);
});

test("a database of one's own needs a secret", async () => {
  const plenum = run(["start"], { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
  expect(await plenum.ended).toMatchObject({ code: 1 });
  expect(plenum.notices()).toContain("PLENUM_SECRET is required");
});
