import type { Page } from "@playwright/test";
import { Agreement } from "@/lib/schemas/agreement";
import { VersionedAnalysis } from "@/lib/schemas/analysis";
import { voteInCamps } from "./write-camps";

/** What a page is told of one version. */
interface Version {
  analysis: VersionedAnalysis;
  agreement: Agreement;
}

const NEWCOMERS = 12;
const PATIENCE_MS = 60_000;

interface Camps {
  statements: number;
  camps: number;
}

/** Lets newcomers vote and records the analysis that follows, several times. */
export async function recordVersions(
  conversation: string,
  camps: Camps,
  { count, statement }: { count: number; statement: number },
): Promise<Version[]> {
  const votes = voteInCamps({ ...camps, participants: count * NEWCOMERS, seed: 2 });
  const versions: Version[] = [];
  for (let turn = 0; turn < count; turn++) {
    const before = versions.at(-1)?.analysis.version ?? 0;
    for (let person = turn * NEWCOMERS; person < (turn + 1) * NEWCOMERS; person++) {
      const own = votes.filter(([participant]) => participant === person);
      await castVotes(
        conversation,
        own.map(([, id, value]) => ({ statement: id, value })),
      );
    }
    versions.push(await readNewer(conversation, before, statement));
  }
  return versions;
}

/**
 * Has a page follow the recorded versions, round and round, each `everyMs`: its own code listens,
 * fetches, reads and draws as ever, but nothing waits for a server that shares the processor.
 */
export async function replayVersions(
  page: Page,
  versions: Version[],
  everyMs: number,
): Promise<void> {
  const pick = (url: string, pattern: RegExp) => {
    const version = Number(pattern.exec(url)?.[1]);
    return { version, recorded: versions[version % versions.length]! };
  };
  let told = 0;
  await page.route(/\/events\?after=\d+$/, async (route) => {
    // A browser that connects again asks for what comes after the version it began with.
    const after = Number(/after=(\d+)$/.exec(route.request().url())?.[1]);
    told = Math.max(told, after) + 1;
    const data = JSON.stringify({ version: told });
    const body = `retry: ${everyMs}\nevent: analysis\ndata: ${data}\n\n`;
    await route.fulfill({ contentType: "text/event-stream", body });
  });
  await page.route(/\/analyses\/\d+$/, async (route) => {
    const { version, recorded } = pick(route.request().url(), /(\d+)$/);
    await route.fulfill({ json: { ...recorded.analysis, version } });
  });
  await page.route(/\/analyses\/\d+\/statements\/\d+$/, async (route) => {
    const { version, recorded } = pick(route.request().url(), /analyses\/(\d+)/);
    await route.fulfill({ json: { ...recorded.agreement, version } });
  });
}

async function castVotes(conversation: string, votes: { statement: number; value: number }[]) {
  const response = await fetch(`${conversation}/votes`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ votes }),
  });
  if (!response.ok) throw new Error(`Votes were refused: ${await response.text()}`);
}

async function readNewer(conversation: string, after: number, statement: number): Promise<Version> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const found = await fetch(`${conversation}/analyses/latest`);
    const analysis = found.ok ? VersionedAnalysis.parse(await found.json()) : null;
    if (analysis && analysis.version > after) {
      const path = `${conversation}/analyses/${analysis.version}/statements/${statement}`;
      const told = await fetch(path);
      if (told.ok) return { analysis, agreement: Agreement.parse(await told.json()) };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No analysis after version ${after}.`);
}
