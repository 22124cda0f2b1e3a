import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { referenceDir } from "@/server/testing/reference";
import { findChromium } from "../browser/find-chromium";
import { startServer } from "../browser/start-server";
import { openRawClient } from "./raw-client";

const CONVERSATION = "vtaiwan.uberx";
const VOTES_PER_SECOND = 50;
const SECONDS = 30;
const VOTERS = 50;
const PATIENCE_MS = 30_000;

/** A map that counts so many votes: when it was computed, and when the page began to move there. */
interface Sighting {
  votes: number;
  computedAtMs: number;
  mapAtMs: number | null;
}

/**
 * Milliseconds from a vote's answer to the new map in a browser, with votes arriving all the time.
 * The page says how many votes its map counts, so the map that holds the k-th vote is the first that
 * counts k more than there were.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const reference = referenceDir();
  if (reference === null) return;
  const dataDir = await mkdtemp(join(tmpdir(), "plenum-bench-live-"));
  const server = await startServer(dataDir);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const imported = await server.command(["import", join(reference, "data/polis", CONVERSATION)]);
    const { slug } = JSON.parse(imported) as { slug: string };
    const page = await browser.newPage();
    await page.goto(`${server.url}/c/${slug}/results`);
    await page.getByRole("img", { name: /Map of opinion/ }).waitFor();
    const base = await watch(page);
    const answeredAtMs = await castVotes(server.url, slug);
    await page.waitForFunction(
      (votes) => window.plenumSightings.some((s) => s.votes >= votes && s.mapAtMs !== null),
      base + answeredAtMs.length,
      { timeout: PATIENCE_MS },
    );
    const sightings = await page.evaluate(() => window.plenumSightings);
    print(summarise(base, answeredAtMs, sightings));
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

declare global {
  interface Window {
    plenumSightings: Sighting[];
    plenumVotes(): number;
  }
}

/** Notes each change of the count and the first change of the map after it; returns the first count. */
async function watch(page: Page): Promise<number> {
  const script = await readFile(new URL("./watch-map.mjs", import.meta.url), "utf8");
  return page.evaluate<number>(script);
}

/** Votes at an even pace, each on a statement new to its voter; returns when each was answered. */
async function castVotes(url: string, slug: string): Promise<number[]> {
  const clock = () => performance.timeOrigin + performance.now();
  const answeredAtMs: number[] = [];
  const path = `/api/v1/conversations/${slug}/votes`;
  const voters = await Promise.all(
    Array.from({ length: VOTERS }, async () => ({
      client: await openRawClient(url),
      headers: `Idempotency-Key: ${randomBytes(16).toString("hex")}\r\n`,
      next: await firstStatements(url, slug),
    })),
  );
  const intervalMs = (1000 * VOTERS) / VOTES_PER_SECOND;
  const startedAt = performance.now();
  await Promise.all(
    voters.map(async (voter, index) => {
      for (let turn = 0; turn < (SECONDS * VOTES_PER_SECOND) / VOTERS; turn += 1) {
        const dueAt = startedAt + (turn + index / VOTERS) * intervalMs;
        await sleep(Math.max(0, dueAt - performance.now()));
        const statement = voter.next[0]!.id;
        const value = ((statement + index) % 3) - 1;
        const body = JSON.stringify({ votes: [{ statement, value }] });
        const answer = await voter.client.post(path, body, voter.headers);
        answeredAtMs.push(clock());
        if (answer.status !== 200) throw new Error(`A vote was refused: ${answer.body}`);
        const { next, participant } = JSON.parse(answer.body);
        voter.next = next;
        voter.headers = `Authorization: Participant ${participant.token}\r\n`;
      }
    }),
  );
  for (const { client } of voters) client.close();
  return answeredAtMs;
}

async function firstStatements(url: string, slug: string): Promise<{ id: number }[]> {
  const response = await fetch(`${url}/api/v1/conversations/${slug}/next?count=1`);
  return (await response.json()).next;
}

function summarise(base: number, answeredAtMs: number[], sightings: Sighting[]) {
  const times = answeredAtMs.toSorted((a, b) => a - b);
  const seen = times.map((_, index) => {
    const votes = base + index + 1;
    return sightings.find((sighting) => sighting.votes >= votes && sighting.mapAtMs !== null)!;
  });
  const waits = quantiles(seen.map(({ mapAtMs }, index) => mapAtMs! - times[index]!));
  const toAnalysis = quantiles(seen.map(({ computedAtMs }, index) => computedAtMs - times[index]!));
  // A map that the next one overtook before it was drawn has no time of its own.
  const drawn = sightings.filter(({ mapAtMs }) => mapAtMs !== null);
  const toMap = quantiles(drawn.map(({ mapAtMs, computedAtMs }) => mapAtMs! - computedAtMs));
  return {
    bench: "live",
    conversation: CONVERSATION,
    p50Ms: waits.p50,
    p95Ms: waits.p95,
    maxMs: waits.max,
    // The two parts of the way: until the analysis is stored, and from there to the page.
    toAnalysisP50Ms: toAnalysis.p50,
    toAnalysisP95Ms: toAnalysis.p95,
    toMapP50Ms: toMap.p50,
    toMapP95Ms: toMap.p95,
    votesPerSecond: Math.round((times.length - 1) / ((times.at(-1)! - times[0]!) / 1000)),
    votes: times.length,
    votesBefore: base,
    mapsShown: drawn.length,
  };
}

function quantiles(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
