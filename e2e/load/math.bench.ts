import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const sizes = [
  [10_000, 300],
  [100_000, 1_000],
  [1_000_000, 1_000],
] as const;

const child = fileURLToPath(new URL("math-stages.ts", import.meta.url));

/**
 * Seconds, CPU seconds and peak memory of an analysis and of each of its stages, on simulated
 * conversations of about 50 votes a participant. Every size runs in a process of its own.
 */
export async function run(print: (line: object) => void): Promise<void> {
  for (const [participants, statements] of sizes) {
    const sizeArguments = [participants, statements].map(String);
    const stages = spawn(
      process.execPath,
      ["--expose-gc", "--import", "tsx", child, ...sizeArguments],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const ended = new Promise<number | null>((resolve) => stages.once("close", resolve));
    for await (const line of createInterface(stages.stdout)) print(JSON.parse(line));
    const code = await ended;
    if (code !== 0) throw new Error(`${participants} x ${statements} ended with ${code}.`);
  }
}
