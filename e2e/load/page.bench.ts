import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page, type Request, request } from "@playwright/test";
import { findChromium } from "../browser/find-chromium";
import { type Load, recordLoad } from "../browser/record-load";
import { type RunningServer, startServer } from "../browser/start-server";
import { Organiser } from "../organiser";

const RUNS = Number(process.env.PLENUM_BENCH_RUNS) || 7;
const CPU_SLOWDOWN = 4;
const PATIENCE_MS = 120_000;
/** Lighthouse's slow 4G. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };
const statements = Array.from(
  { length: 50 },
  (_, index) =>
    `Proposal ${index + 1}: the square in front of the station should get more trees and fewer cars.`,
);

/** As watch-load.mjs notes it; ms since the navigation began. */
interface Times {
  isSettled: boolean;
  lcpMs: number;
  /** The vote's button can be seen, and what it belongs to can be sent. */
  firstVoteMs: number | null;
  /** The script has taken over. */
  scriptMs: number | null;
}

declare global {
  interface Window {
    plenumTimes: Times;
  }
}

/**
 * The first visit to a page with a phone on a slow network: when its largest part is painted, when
 * a first vote can be cast, and what it weighs.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "plenum-bench-page-"));
  const server = await startServer(dataDir);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const slug = await makeConversation(server);
    for (const [name, path] of [
      ["vote", `/c/${slug}`],
      ["results", `/c/${slug}/results`],
    ] as const) {
      await visit(browser, server.url + path); // the server's first rendering is not a visitor's
      const visits = [];
      for (let index = 0; index < RUNS; index += 1) {
        visits.push(await visit(browser, server.url + path));
      }
      print(summarise(name, visits));
    }
    print({
      bench: "page",
      page: "vote",
      ...(await voteAtOnce(browser, `${server.url}/c/${slug}`)),
    });
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function makeConversation(server: RunningServer): Promise<string> {
  const owner = { email: "owner@example.org", password: "a long enough passphrase" };
  const create = ["user", "create", "--email", owner.email, "--owner", "--password-stdin"];
  await server.command(create, owner.password);
  const api = await request.newContext({ baseURL: server.url });
  const organiser = new Organiser(api, server.url);
  await organiser.signIn(owner.email, owner.password);
  const { slug } = await organiser.open({ title: "The square before the station", statements });
  await organiser.voteInCamps(slug, 60, statements.length);
  await api.dispose();
  return slug;
}

async function openSlowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slow4g);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await page.addInitScript(await readFile(new URL("./watch-load.mjs", import.meta.url), "utf8"));
  return page;
}

async function visit(browser: Browser, url: string): Promise<Times & Load> {
  const page = await openSlowPage(browser);
  const readLoad = recordLoad(page);
  await page.goto(url, { waitUntil: "load", timeout: PATIENCE_MS });
  const isSettled = () => window.plenumTimes.isSettled;
  await page.waitForFunction(isSettled, null, { timeout: PATIENCE_MS });
  const times = await page.evaluate(() => window.plenumTimes);
  const load = await readLoad();
  await page.context().close();
  return { ...times, ...load };
}

/** Presses the button as soon as there is one to press, and sees whether the vote arrives. */
async function voteAtOnce(browser: Browser, url: string) {
  const page = await openSlowPage(browser);
  await page.addInitScript("window.plenumVoteAtOnce = true");
  const isPost = (request: Request) => request.method() === "POST";
  const sent = page.waitForRequest(isPost, { timeout: PATIENCE_MS });
  await page.goto(url, { timeout: PATIENCE_MS });
  const by = (await sent).isNavigationRequest() ? "form" : "script";
  await page.getByText("1 of 50", { exact: true }).waitFor({ timeout: PATIENCE_MS });
  await page.context().close();
  return { votedAtOnceBy: by };
}

function summarise(page: string, visits: (Times & Load)[]) {
  const median = (read: (visit: Times) => number | null) => {
    const values = visits.map(read).filter((value) => value !== null);
    return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0) || null;
  };
  const { scriptKb, htmlKb, cssKb } = visits.at(-1)!;
  return {
    bench: "page",
    page,
    lcpMs: median(({ lcpMs }) => lcpMs),
    firstVoteMs: median(({ firstVoteMs }) => firstVoteMs),
    scriptMs: median(({ scriptMs }) => scriptMs),
    scriptKb,
    htmlKb,
    cssKb,
    runs: visits.length,
    network: "slow 4G: 1.6 Mbit/s, 150 ms",
    cpuSlowdown: CPU_SLOWDOWN,
  };
}
