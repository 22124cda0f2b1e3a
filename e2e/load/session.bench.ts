import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { PresentAct } from "@/lib/schemas/live-session";
import { readEnv } from "@/server/env";
import { openInstance } from "@/server/process/instance";
import { present } from "@/server/services/live-sessions/present";
import { createTestConversation } from "@/server/testing/conversation";
import { startServer } from "../browser/start-server";
import type { SessionLoadMessage, SessionLoadOptions, SessionLoadResult } from "./session-load";

const PHONES = Number(process.env.PLENUM_BENCH_PHONES ?? 2_000);
const WITHIN_MS = 10_000;
const STATEMENTS = 20;
/** By then the votes are analysed. */
const ANALYSED_MS = 5_000;

/**
 * A hall: so many phones listen, a statement is shown, each votes on it within ten seconds, then its
 * results are revealed to those who have voted. All come from one address, as newcomers, under the limits
 * that hold for everybody.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "plenum-bench-session-"));
  const server = await startServer(dataDir);
  const instance = await openInstance(readEnv({ NODE_ENV: "production", PLENUM_DATA: dataDir }));
  try {
    const { db, sql } = instance.database;
    const { id, slug } = await createTestConversation(db, {
      statements: STATEMENTS,
      settings: { resultsVisibility: "after-votes", resultsAfterVotes: 1 },
    });
    const ctx = { db, actor: { kind: "operator" } as const, now: () => new Date() };
    const act = (basedOn: number, act: PresentAct) =>
      present(ctx, { conversationId: id, basedOn, act });
    await act(0, { type: "start" });
    let shownAtMs = 0;
    let revealedAtMs = 0;
    const result = await simulate(
      { url: server.url, slug, phones: PHONES, withinMs: WITHIN_MS },
      {
        listening: async () => {
          shownAtMs = Date.now();
          await act(1, { type: "show", statement: 3 });
        },
        voted: async () => {
          await act(2, { type: "close" });
          await sleep(ANALYSED_MS);
          revealedAtMs = Date.now();
          await act(3, { type: "reveal" });
        },
      },
    );
    const [stored] = await sql<{ votes: number }[]>`
      select count(*)::int as votes from current_votes
      where conversation_id = ${id} and statement_id = 3`;
    print(summarise(result, { shownAtMs, revealedAtMs, stored: stored?.votes ?? 0 }));
  } finally {
    await instance.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function simulate(
  options: SessionLoadOptions,
  on: Record<"listening" | "voted", () => Promise<void>>,
): Promise<SessionLoadResult> {
  const child: ChildProcess = fork(new URL("./session-load.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
  });
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The phones have gone.")));
    child.on("message", (message: SessionLoadMessage) => {
      if (message.type === "done") resolve(message.result);
      else on[message.type]().catch(reject);
    });
    child.send(options);
  });
}

function summarise(
  {
    accepted,
    refused,
    failed,
    latenciesMs,
    heardAtMs,
    seenAtMs,
    resultsAtMs,
    ownCpuMs,
  }: SessionLoadResult,
  { shownAtMs, revealedAtMs, stored }: { shownAtMs: number; revealedAtMs: number; stored: number },
) {
  return {
    bench: "session",
    phones: PHONES,
    accepted,
    refused,
    failed,
    lost: accepted - stored,
    answerP50Ms: quantile(latenciesMs, 0.5),
    answerP99Ms: quantile(latenciesMs, 0.99),
    answerMaxMs: quantile(latenciesMs, 1),
    heardLastMs: quantile(heardAtMs, 1) - shownAtMs,
    seenP50Ms: quantile(seenAtMs, 0.5) - shownAtMs,
    seenLastMs: quantile(seenAtMs, 1) - shownAtMs,
    resultsP50Ms: quantile(resultsAtMs, 0.5) - revealedAtMs,
    resultsLastMs: quantile(resultsAtMs, 1) - revealedAtMs,
    // Of the phones themselves: much of a core would mean that they are slow, not the server.
    phonesCpuMs: ownCpuMs,
  };
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
}
