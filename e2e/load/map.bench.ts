import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "../browser/find-chromium";
import { startServer } from "../browser/start-server";
import { recordVersions, replayVersions } from "./map-versions";
import { type FrameCost, traceFrames } from "./trace-frames";
import { writeCamps } from "./write-camps";

const PARTICIPANTS = 2000;
const CAMPS = { statements: 60, camps: 4 };
const STATEMENT = 3;
const VERSIONS = 8;
/** As often as the server publishes at most; the movement takes 600 ms, so it never rests. */
const EVERY_MS = 500;
const FRAMES = 300;
const PATIENCE_MS = 120_000;
const marks = { frame: "map-frame", chosen: "map-moved" };

const states = {
  people: "",
  agreement: `?statement=${STATEMENT}`,
  statements: "?layer=statements",
};

/**
 * What a frame of the moving map costs on a slow phone, at the top of the results page: of 300 frames
 * in which some part of the map moves, all script, style and layout of the main thread from one
 * animation frame to the next, whatever it is for: the movement, taking in the analyses that keep
 * coming, links, words and garbage. Apart from it: painting, raster, for it needs a GPU, and script in
 * workers, which holds up no frame (and which Chromium does not slow down).
 * Once slowed down four times, and once as it is; `work` is time on the clock, `cpu` of the processor,
 * which other work on the machine alters less.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-map-"));
  const server = await startServer(join(folder, "data"));
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const dir = join(folder, "export");
    await writeCamps(dir, { ...CAMPS, participants: PARTICIPANTS, seed: 1 });
    const { slug } = JSON.parse(await server.command(["import", dir])) as { slug: string };
    const versions = await recordVersions(`${server.url}/api/v1/conversations/${slug}`, CAMPS, {
      count: VERSIONS,
      statement: STATEMENT,
    });
    const follow = (state: keyof typeof states, slowdown: number) =>
      measure(browser, {
        url: `${server.url}/c/${slug}/results${states[state]}`,
        versions,
        slowdown,
      });
    for (const state of ["people", "agreement", "statements"] as const) {
      for (const slowdown of [4, 1]) {
        const figures = summarise(await follow(state, slowdown));
        print({ bench: "map", state, participants: PARTICIPANTS, slowdown, ...figures });
      }
    }
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  browser: Browser,
  asked: { url: string; versions: Awaited<ReturnType<typeof recordVersions>>; slowdown: number },
): Promise<FrameCost[]> {
  const page = await browser.newPage({ viewport: { width: 412, height: 915 } });
  await replayVersions(page, asked.versions, EVERY_MS);
  try {
    await page.goto(asked.url);
    await page.getByRole("img", { name: /Map of opinion/ }).waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: asked.slowdown });
    await page.waitForTimeout(3000);
    return await traceFrames(session, marks, () => page.evaluate(markMoves));
  } finally {
    await page.close();
  }
}

// Runs in the page, as text: what tsx compiles calls helpers that no page has.
const markMoves = `new Promise((resolve, reject) => {
  const until = performance.now() + ${PATIENCE_MS};
  let moves = 0;
  let hasMoved = false;
  const map = document.querySelector("svg[role=img]");
  new MutationObserver(() => {
    hasMoved = true;
  }).observe(map, { subtree: true, childList: true, attributeFilter: ["d", "transform"] });
  requestAnimationFrame(function look() {
    performance.mark("${marks.frame}");
    if (hasMoved) {
      performance.mark("${marks.chosen}");
      moves += 1;
    }
    hasMoved = false;
    if (moves > ${FRAMES}) resolve();
    else if (performance.now() > until) reject(new Error("Only " + moves + " frames moved."));
    else requestAnimationFrame(look);
  });
})`;

function summarise(frames: FrameCost[]) {
  const of = (part: keyof FrameCost, share: number) => {
    const sorted = frames.map((frame) => frame[part]).sort((a, b) => a - b);
    return Math.round(sorted[Math.floor(share * (sorted.length - 1))]! * 10) / 10;
  };
  return {
    frames: frames.length,
    workP50Ms: of("workMs", 0.5),
    workP95Ms: of("workMs", 0.95),
    workMaxMs: of("workMs", 1),
    cpuP50Ms: of("cpuMs", 0.5),
    cpuP95Ms: of("cpuMs", 0.95),
    scriptP50Ms: of("scriptMs", 0.5),
    styleLayoutP50Ms: of("styleLayoutMs", 0.5),
    scriptP95Ms: of("scriptMs", 0.95),
    styleLayoutP95Ms: of("styleLayoutMs", 0.95),
    paintP95Ms: of("paintMs", 0.95),
    rasterP95Ms: of("rasterMs", 0.95),
    workerP95Ms: of("workerMs", 0.95),
  };
}
