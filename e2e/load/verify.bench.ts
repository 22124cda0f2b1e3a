import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import { zipSync } from "fflate";
import type { VerifyAnswer } from "@/app/_verify/verify-message";
import {
  analyseVotes,
  createSealedFiles,
  createTestKey,
  toSource,
  type VoteRow,
} from "@/lib/verify/testing/sealed-export";
import { verifyExport } from "@/lib/verify/verify-export";
import { loadPolisExport } from "@/server/import/polis/load-export";
import { nodeCryptography } from "@/server/seal/node-cryptography";
import { referenceDir } from "@/server/testing/reference";
import { findChromium } from "../browser/find-chromium";

const REPEATS = 5;
const conversations = ["vtaiwan.uberx", "american-assembly.bowling-green"];
const key = createTestKey(1);

interface SealedZip {
  path: string;
  bytes: Uint8Array;
  about: object;
}

/** Seconds to check the zip of a published report, in Node and in Chromium: medians of 5 runs. */
export async function run(print: (line: object) => void): Promise<void> {
  const dir = referenceDir();
  if (dir === null) return;
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-verify-"));
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
  try {
    for (const name of conversations) {
      const zip = await writeZip(join(dir, "data/polis", name), join(folder, `${name}.zip`));
      const line = { bench: "verify", conversation: name, ...zip.about };
      const inNode = await measure(() => checkInNode(zip));
      print({ ...line, engine: "node", ...inNode });
      // The processor's time is that of this process: of no use for another.
      const { cpuSeconds: _, ...inBrowser } = await measureInBrowser(browser, zip);
      print({ ...line, engine: "chromium", ...inBrowser });
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** With the files of the export beside what is checked, as a real one has them. */
async function writeZip(folder: string, path: string): Promise<SealedZip> {
  const { votes, statements } = await loadPolisExport(folder);
  const rows = Array.from(
    votes.value,
    (value, at): VoteRow => [votes.participant[at]!, votes.statement[at]!, value],
  );
  const analysis = analyseVotes(rows, statements);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv"));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const files = Object.fromEntries(names.map((name, at) => [name, texts[at]!]));
  const bytes = zipSync(createSealedFiles({ key, votes: rows, analysis, files }));
  await writeFile(path, bytes);
  const zipMiB = round(bytes.length / 1024 / 1024);
  return {
    path,
    bytes,
    about: { participants: analysis.participants, votes: rows.length, zipMiB },
  };
}

async function checkInNode({ bytes }: SealedZip): Promise<string> {
  const trusted = { keys: key.keys, from: "given" } as const;
  const source = toSource(bytes);
  return (await verifyExport({ source, cryptography: nodeCryptography, trusted })).verdict;
}

async function measureInBrowser(browser: Browser, zip: SealedZip) {
  const page = await browser.newPage();
  try {
    await page.setContent('<input type="file">');
    await page.addScriptTag({ content: await bundle() });
    await page.setInputFiles("input", zip.path);
    return await measure(() => checkInPage(page));
  } finally {
    await page.close();
  }
}

interface Checking {
  verifyFile(
    question: { file: File; keys: object },
    answer: (answer: VerifyAnswer) => void,
  ): Promise<void>;
}

declare global {
  interface Window {
    checking: Checking;
  }
}

function checkInPage(page: Page): Promise<string> {
  return page.evaluate(async (keys) => {
    const file = document.querySelector("input")!.files![0]!;
    let verdict = "none";
    await window.checking.verifyFile({ file, keys }, (answer) => {
      if (answer.kind === "done") verdict = answer.verification.verdict;
    });
    return verdict;
  }, key.keys);
}

/** What the worker of the page runs. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["app/_verify/verify-file.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "checking",
    platform: "browser",
  });
  return `${outputFiles[0]!.text}; window.checking = checking;`;
}

async function measure(check: () => Promise<string>) {
  const runs: { seconds: number; cpuSeconds: number }[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const startedAt = performance.now();
    const cpu = process.cpuUsage();
    const verdict = await check();
    if (verdict !== "proven") throw new Error(`The check came to "${verdict}".`);
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - startedAt) / 1000;
    runs.push({ seconds, cpuSeconds: (user + system) / 1e6 });
  }
  return {
    seconds: median(runs.map((run) => run.seconds)),
    cpuSeconds: median(runs.map((run) => run.cpuSeconds)),
    firstSeconds: round(runs[0]!.seconds),
  };
}

function median(values: number[]): number {
  return round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
