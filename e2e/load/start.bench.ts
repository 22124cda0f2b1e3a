import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "@/server/process/project-root";
import { runPlenum } from "@/server/testing/plenum-process";

const WARM_RUNS = 5;
const PATIENCE_MS = 600_000;

/**
 * Seconds from the command to the first answered request for the home page: cold (nothing built, no
 * data folder), fresh (built, no data folder) and warm.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-start-"));
  const dataDir = join(folder, "data");
  const build = join(projectRoot, ".next");
  const aside = join(projectRoot, ".next.bench");
  if (existsSync(build)) await rename(build, aside);
  try {
    print({ bench: "start", kind: "cold", ...(await measureStart(dataDir)) });
    await rm(dataDir, { recursive: true });
    print({ bench: "start", kind: "fresh", ...(await measureStart(dataDir)) });
    const runs = [];
    for (let i = 0; i < WARM_RUNS; i += 1) runs.push(await measureStart(dataDir));
    runs.sort((a, b) => a.seconds - b.seconds);
    print({ bench: "start", kind: "warm", runs: WARM_RUNS, ...runs[Math.floor(WARM_RUNS / 2)] });
  } finally {
    // The new build is as good, unless there is none.
    if (existsSync(aside)) {
      if (existsSync(build)) await rm(aside, { recursive: true });
      else await rename(aside, build);
    }
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureStart(dataDir: string): Promise<{ seconds: number; stopSeconds: number }> {
  const port = await findFreePort();
  const startedAt = performance.now();
  const plenum = runPlenum(["start"], { dataDir, env: { PORT: String(port) } });
  let hasEnded = false;
  void plenum.ended.then(() => {
    hasEnded = true;
  });
  while (!(await isAnswered(port))) {
    if (hasEnded || performance.now() - startedAt > PATIENCE_MS) throw new Error(plenum.notices());
    await sleep(10);
  }
  const answeredAt = performance.now();
  // What the process does right after its first answer belongs to neither figure.
  await plenum.document;
  const stoppedAt = performance.now();
  plenum.child.kill("SIGTERM");
  await plenum.ended;
  return {
    seconds: round(answeredAt - startedAt),
    stopSeconds: round(performance.now() - stoppedAt),
  };
}

async function isAnswered(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    async (answer) => (await answer.text()) !== "" && answer.ok,
    () => false,
  );
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

function round(ms: number): number {
  return Math.round(ms / 10) / 100;
}
