import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { withStartMutex } from "@/server/db/embedded/start-mutex";
import { buildServiceWorker } from "./build-service-worker";
import { compressFiles } from "./compress-files";
import { projectRoot } from "./project-root";
import { hashSources } from "./source-hash";

const OUTPUT_TAIL = 4_000;

/**
 * Builds the pages when there is no build, or one of other sources.
 * @returns whether a build was made
 * @throws Error with the end of what the build said
 */
export async function buildAppIfNeeded(options: {
  signal: AbortSignal;
  /** Settles once the data folder is ours: a start that is refused must not replace a build in use. */
  mayBuild: Promise<unknown>;
  onBuild(): void;
}): Promise<boolean> {
  const name = createHash("sha256").update(projectRoot).digest("hex");
  return withStartMutex(`build-${name}`, async () => {
    const stamp = join(projectRoot, ".next", "plenum-sources");
    const wanted = await hashSources(projectRoot);
    const built = await readFile(stamp, "utf8").catch(() => null);
    if (built === wanted) return false;
    await options.mayBuild;
    options.signal.throwIfAborted();
    options.onBuild();
    await rm(stamp, { force: true }); // a build that is broken off counts as none
    await runBuild(options.signal);
    await compressFiles(join(projectRoot, ".next/static"));
    await buildServiceWorker();
    await writeFile(stamp, wanted);
    return true;
  });
}

async function runBuild(signal: AbortSignal): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  const { code, output } = await collect(child);
  if (code !== 0) throw new Error(`The pages could not be built.\n${output}`);
}

async function collect(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output = (output + chunk).slice(-OUTPUT_TAIL);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, output: output.trim() };
}
