import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { OverlayProgramme } from "@/lib/overlay/programme";
import { findChromium } from "../browser/find-chromium";
import { floodOverlay, openFlooded } from "../browser/flood-overlay";
import { startServer } from "../browser/start-server";
import { waitForAnalysis } from "./import-references";
import { type FrameCost, traceFrames } from "./trace-frames";
import { writeCamps } from "./write-camps";

const PARTICIPANTS = 2000;
const CAMPS = { statements: 60, camps: 4 };
/** Eight hours of a busy evening, at nearly two a second. */
const UPDATES = Number(process.env.PLENUM_BENCH_UPDATES ?? 50_000);
const STEPS = 10;
/** As often as the overlay asks at most; the map moves for 600 ms, so it never rests. */
const EVERY_MS = 500;
const FRAMES = 300;
const marks = { frame: "overlay-frame", chosen: "overlay-frame" };

/**
 * What an overlay costs: frames a second and the work of the main thread in a frame while updates come
 * twice a second, for each layout; then what is left of 50,000 updates that come as fast as they can be
 * drawn (PLENUM_BENCH_UPDATES: another number). Nothing waits for a server here.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-overlay-"));
  const server = await startServer(join(folder, "data"));
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const dir = join(folder, "export");
    await writeCamps(dir, { ...CAMPS, participants: PARTICIPANTS, seed: 1 });
    const { slug } = JSON.parse(await server.command(["import", dir])) as { slug: string };
    await waitForAnalysis(server, slug);
    const url = `${server.url}/overlay/${slug}?lang=en`;
    for (const layout of ["map", "lower-third", "ticker", "full"]) {
      const frames = await measureFrames(browser, url, layout);
      print({ bench: "overlay", layout, participants: PARTICIPANTS, ...frames });
    }
    await measureHeap(browser, `${url}&layout=full`, print);
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureFrames(browser: Browser, url: string, layout: string) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  try {
    await page.addInitScript("window.plenumKeepsWorker = true");
    await replayProgramme(page);
    await openFlooded(page, `${url}&layout=${layout}`);
    const isDrawn = layout === "map" || layout === "full";
    if (isDrawn) await page.getByRole("img", { name: "Map of opinion" }).waitFor();
    await page.waitForTimeout(2000);
    const session = await page.context().newCDPSession(page);
    let seconds = 0;
    const frames = await traceFrames(session, marks, async () => {
      seconds = (await page.evaluate<number>(markFrames)) / 1000;
    });
    return {
      frames: frames.length,
      framesPerSecond: round(frames.length / seconds),
      ...summarise(frames),
    };
  } finally {
    await page.close();
  }
}

/** Answers the overlay's questions with what it was told first, a little changed each time. */
async function replayProgramme(page: Page): Promise<void> {
  let first: OverlayProgramme | undefined;
  let told = 0;
  await page.route(/\/api\/.*\/overlay\?/, async (route) => {
    first ??= (await (await route.fetch()).json()) as OverlayProgramme;
    told += 1;
    await route.fulfill({ json: vary(first, told) });
  });
}

/** Land drifts, and people change their minds. */
function vary(programme: OverlayProgramme, time: number): OverlayProgramme {
  const copy = structuredClone(programme);
  for (const { id, center } of copy.map?.map.baseClusters ?? []) {
    center[0] += 0.05 * Math.sin(id + time);
    center[1] += 0.05 * Math.cos(id + time);
  }
  for (const { tally } of copy.turns) if (tally) tally.agrees += time % 50;
  if (copy.map) copy.map.version += time;
  return copy;
}

// Runs in the page, as text: what tsx compiles calls helpers that no page has.
const markFrames = `new Promise((resolve) => {
  const began = performance.now();
  let version = 1;
  let frames = 0;
  const news = setInterval(() => window.plenumFlood.fire(++version), ${EVERY_MS});
  requestAnimationFrame(function look() {
    performance.mark("${marks.frame}");
    if (frames++ < ${FRAMES}) return requestAnimationFrame(look);
    clearInterval(news);
    resolve(performance.now() - began);
  });
})`;

function summarise(frames: FrameCost[]) {
  const of = (part: keyof FrameCost, share: number) => {
    const sorted = frames.map((frame) => frame[part]).sort((a, b) => a - b);
    return round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  };
  return {
    workP50Ms: of("workMs", 0.5),
    workP95Ms: of("workMs", 0.95),
    workMaxMs: of("workMs", 1),
    cpuP95Ms: of("cpuMs", 0.95),
    scriptP95Ms: of("scriptMs", 0.95),
    styleLayoutP95Ms: of("styleLayoutMs", 0.95),
  };
}

async function measureHeap(browser: Browser, url: string, print: (line: object) => void) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const flood = await floodOverlay(page, url);
  for (let step = 0; step <= STEPS; step += 1) {
    if (step > 0) await flood.run(Math.round(UPDATES / STEPS));
    const { heapBytes, ...left } = await flood.measure();
    const updates = Math.round((UPDATES * step) / STEPS);
    print({ bench: "overlay", updates, heapMb: round(heapBytes / 1e6), ...left });
  }
  await page.close();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
