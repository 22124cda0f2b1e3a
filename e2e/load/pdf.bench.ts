import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type RunningServer, startServer } from "../browser/start-server";
import { importReferences } from "./import-references";

const MANY_STATEMENTS = 2_000;
/** Each is a file of its own. */
const locales = ["en", "zh-Hant", "ar"];
const PULSE_MS = 20;

/**
 * Seconds from the click on a report's PDF to the last byte, in three languages (the first one also
 * waits for the process that sets pages); and how long the server took to answer others meanwhile.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-pdf-"));
  const server = await startServer(join(folder, "data"));
  try {
    const conversations = importReferences(server, { folder, manyStatements: MANY_STATEMENTS });
    for await (const { name, slug, participants, statements } of conversations) {
      const files = [];
      for (const locale of locales) files.push(await measure(server, slug, locale));
      const seconds = files.map((file) => file.seconds);
      print({
        bench: "pdf",
        conversation: name,
        participants,
        statements,
        seconds: median(seconds),
        slowestSeconds: Math.max(...seconds),
        againMs: Math.round((await measure(server, slug, "en")).seconds * 1000),
        kb: Math.round(median(files.map(({ bytes }) => bytes)) / 1e3),
        longestPulseMs: Math.max(...files.map(({ longestPulseMs }) => longestPulseMs)),
      });
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure({ url }: RunningServer, slug: string, locale: string) {
  const pulse = takePulse(url);
  const startedAt = performance.now();
  const answer = await fetch(`${url}/c/${slug}/report.pdf?lang=${locale}`);
  if (!answer.ok) throw new Error(`The PDF of ${slug} answered ${answer.status}.`);
  const bytes = (await answer.arrayBuffer()).byteLength;
  const seconds = Math.round(performance.now() - startedAt) / 1000;
  return { seconds, bytes, longestPulseMs: await pulse.stop() };
}

/** How long the server takes to answer something small, again and again. */
function takePulse(url: string) {
  let isOver = false;
  let longest = 0;
  const beating = (async () => {
    while (!isOver) {
      const startedAt = performance.now();
      await (await fetch(`${url}/api/health`)).arrayBuffer();
      longest = Math.max(longest, performance.now() - startedAt);
      await sleep(PULSE_MS);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await beating;
      return Math.round(longest);
    },
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
