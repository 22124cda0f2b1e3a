import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type RunningServer, startServer } from "../browser/start-server";
import { importReferences } from "./import-references";

const RUNS = Number(process.env.PLENUM_BENCH_RUNS) || 9;
const MANY_STATEMENTS = 3_000;
/** Of a tick of the clock that Linux counts a process's time in. */
const TICK_MS = 10;

/** How long a report takes to its first byte, what it costs the server and what it weighs. */
export async function run(print: (line: object) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-report-"));
  const server = await startServer(join(folder, "data"));
  try {
    const conversations = importReferences(server, { folder, manyStatements: MANY_STATEMENTS });
    for await (const { name, slug, participants, statements } of conversations) {
      const figures = await measure(server, `${server.url}/c/${slug}/report`);
      print({ bench: "report", conversation: name, participants, statements, ...figures });
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(server: RunningServer, url: string) {
  await visit(url); // the first rendering counts who took part
  const before = await readCpuMs(server);
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(url));
  const after = await readCpuMs(server);
  const { html } = visits.at(-1)!;
  return {
    firstByteMs: median(visits.map(({ firstByteMs }) => firstByteMs)),
    wholeMs: median(visits.map(({ wholeMs }) => wholeMs)),
    cpuMs: before === null || after === null ? null : Math.round((after - before) / RUNS),
    htmlKb: Math.round(html.length / 1e3),
    gzipKb: Math.round(gzipSync(html).length / 1e3),
    runs: RUNS,
  };
}

async function visit(url: string) {
  const startedAt = performance.now();
  const response = await fetch(url, { headers: { "accept-encoding": "identity" } });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}.`);
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let firstByteMs: number | null = null;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    firstByteMs ??= performance.now() - startedAt;
    parts.push(next.value);
  }
  const wholeMs = performance.now() - startedAt;
  return { firstByteMs: firstByteMs ?? wholeMs, wholeMs, html: Buffer.concat(parts) };
}

/** Of the process that serves pages, since its start; null where the system does not tell. */
async function readCpuMs({ process: { pid } }: RunningServer): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // After the name in brackets: state, then from the 12th on the ticks in user and in system mode.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields ? TICK_MS * (Number(fields[11]) + Number(fields[12])) : null;
}

function median(values: number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
}
