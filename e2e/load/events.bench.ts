import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { notify } from "@/server/db/queries/notify";
import { readEnv } from "@/server/env";
import { type Instance, openInstance } from "@/server/process/instance";
import { createTestConversation } from "@/server/testing/conversation";
import { publishCounted } from "@/server/testing/publish-counted";
import { startServer } from "../browser/start-server";
import type {
  EventsLoadAnswer,
  EventsLoadOptions,
  EventsLoadRequest,
  VersionTold,
} from "./events-load";

const READERS = 2_000;
const ANALYSES = 20;
const IDLE = Number(process.env.PLENUM_BENCH_CONNECTIONS ?? 10_000);
const READERS_A_PROCESS = 2_500;
/** Two heartbeats of every connection. */
const IDLE_MS = 30_000;
const UNREAD = 200;
const UNREAD_ANALYSES = 4_000;
const PATIENCE_MS = 10_000;

interface Place {
  instance: Instance;
  url: string;
  slug: string;
  id: number;
  /** Of the process that answers. */
  pid: number;
  /** The newest analysis. */
  version: number;
}

/**
 * The stream of events: how soon the last of two thousand readers is told of an analysis, what ten
 * thousand idle connections take, and what becomes of readers that never read.
 */
export async function run(print: (line: object) => void): Promise<void> {
  print({ bench: "events", figure: "last-reader", ...(await measureAlone(measureLastReader)) });
  print({ bench: "events", figure: "idle", ...(await measureAlone(measureIdle)) });
  print({ bench: "events", figure: "never-reading", ...(await measureAlone(measureUnread)) });
}

/** On a server of its own, so that no figure holds what another has left. */
async function measureAlone(measure: (place: Place) => Promise<object>): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), "plenum-bench-events-"));
  const server = await startServer(dataDir);
  const instance = await openInstance(readEnv({ NODE_ENV: "production", PLENUM_DATA: dataDir }));
  try {
    const { id, slug } = await createTestConversation(instance.database.db);
    await publishCounted(instance.database, id, 1);
    const url = server.url.replace("localhost", "127.0.0.1");
    return await measure({ instance, url, slug, id, pid: server.process.pid!, version: 1 });
  } finally {
    await instance.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureIdle(place: Place) {
  const rssBeforeMiB = await readRssMiB(place.pid);
  const startedAt = performance.now();
  const loads: Load[] = [];
  for (let at = 0; at * READERS_A_PROCESS < IDLE; at += 1) {
    const readers = Math.min(READERS_A_PROCESS, IDLE - at * READERS_A_PROCESS);
    loads.push(await openLoad(place, { readers, isReading: true, host: 10 + at }));
  }
  const openedMs = Math.round(performance.now() - startedAt);
  const cpuBefore = await readCpuMs(place.pid);
  let rssPeakMiB = await readRssMiB(place.pid);
  for (let waited = 0; waited < IDLE_MS; waited += 1_000) {
    await sleep(1_000);
    rssPeakMiB = Math.max(rssPeakMiB, await readRssMiB(place.pid));
  }
  const cpuMs = (await readCpuMs(place.pid)) - cpuBefore;
  const publishedAtMs = await publish(place);
  const lastMs = (await awaitTold(loads, place.version, IDLE)) - publishedAtMs;
  await Promise.all(loads.map((load) => load.close()));
  return {
    connections: IDLE,
    addresses: loads.length,
    openedMs,
    rssBeforeMiB,
    rssPeakMiB,
    cpuShareWhileIdle: Math.round((cpuMs / IDLE_MS) * 100) / 100,
    lastReaderMs: Math.round(lastMs),
  };
}

async function measureLastReader(place: Place) {
  const load = await openLoad(place, { readers: READERS, isReading: true, host: 2 });
  const waits: number[] = [];
  for (let turn = 0; turn < ANALYSES; turn += 1) {
    await sleep(500); // as often as a small conversation is analysed
    const publishedAtMs = await publish(place);
    waits.push((await awaitTold([load], place.version, READERS)) - publishedAtMs);
  }
  await load.close();
  const sorted = waits.toSorted((a, b) => a - b);
  return {
    readers: READERS,
    analyses: ANALYSES,
    medianMs: Math.round(sorted[Math.floor(ANALYSES / 2)]!),
    maxMs: Math.round(sorted.at(-1)!),
  };
}

/** Nothing may pile up in the server; whoever does read is told of each analysis as ever. */
async function measureUnread(place: Place) {
  const rssBeforeMiB = await readRssMiB(place.pid);
  const unread = await openLoad(place, { readers: UNREAD, isReading: false, host: 3 });
  const reading = await openLoad(place, { readers: 1, isReading: true, host: 4 });
  const rssMiB: number[] = [];
  let lastMs = 0;
  for (let turn = 1; turn <= UNREAD_ANALYSES; turn += 1) {
    const publishedAtMs = await publish(place);
    lastMs = (await awaitTold([reading], place.version, 1)) - publishedAtMs;
    if (turn % (UNREAD_ANALYSES / 8) === 0) rssMiB.push(await readRssMiB(place.pid));
  }
  await Promise.all([unread.close(), reading.close()]);
  return {
    connections: UNREAD,
    analyses: UNREAD_ANALYSES,
    rssBeforeMiB,
    // After each eighth of them.
    rssMiB,
    whoReadsIsToldAfterMs: Math.round(lastMs),
  };
}

/** A new version of the first analysis, as the worker publishes one; returns when, ms since 1970. */
async function publish(place: Place): Promise<number> {
  const { sql, db } = place.instance.database;
  place.version += 1;
  const publishedAtMs = performance.timeOrigin + performance.now();
  await sql`
    insert into analyses (conversation_id, version, algorithm, parameters, vote_seq, core, frame)
    select conversation_id, ${place.version}, algorithm, parameters, vote_seq, core, frame
    from analyses where conversation_id = ${place.id} and version = 1`;
  await notify(db, { type: "analysis", conversationId: place.id, version: place.version });
  return publishedAtMs;
}

/** @returns when the last of so many readers was told of a version, ms since 1970 */
async function awaitTold(loads: Load[], version: number, readers: number): Promise<number> {
  let count = 0;
  let lastAtMs = 0;
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(1)) {
    for (const told of (await Promise.all(loads.map((load) => load.report()))).flat()) {
      if (told.version !== version) continue;
      count += told.readers;
      lastAtMs = Math.max(lastAtMs, told.lastAtMs);
    }
    if (count === readers) return lastAtMs;
  }
  throw new Error(`${count} of ${readers} readers were told of ${version}.`);
}

interface Load {
  /** What its readers were told since the last report. */
  report(): Promise<VersionTold[]>;
  close(): Promise<void>;
}

/** Readers in a process of their own: they must not be slowed down by what they measure. */
async function openLoad(
  { url, slug }: Place,
  { host, ...options }: Pick<EventsLoadOptions, "readers" | "isReading"> & { host: number },
): Promise<Load> {
  const child: ChildProcess = fork(new URL("./events-load.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
  });
  const ask = async (request: EventsLoadRequest): Promise<EventsLoadAnswer> => {
    child.send(request);
    const [answer] = await once(child, "message");
    return answer as EventsLoadAnswer;
  };
  const localAddress = `127.0.0.${host}`;
  await ask({ type: "open", options: { url, slug, localAddress, ...options } });
  return {
    async report() {
      const answer = await ask({ type: "report" });
      return answer.type === "report" ? answer.versions : [];
    },
    async close() {
      const ended = once(child, "exit");
      child.disconnect();
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function readRssMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** In ticks of 10 ms, as Linux counts. */
async function readCpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}
