import { readFileSync, writeFileSync } from "node:fs";

export interface Meter {
  /**
   * Runs `work` some times, each after `prepare`, and prints the medians of its time and the peak of
   * memory of the whole process while it ran.
   */
  measure(stage: string, work: () => unknown, prepare?: () => void): void;
  /** The same of a single run. */
  measureOnce(stage: string, work: () => unknown): void;
}

/**
 * Prints a line for each stage. `timesStream` is how many times longer it took than the first stage
 * measured, which is to read the votes once.
 * The peak is that since the stage began on Linux, that of the process elsewhere. Needs --expose-gc.
 * @param about goes into every line
 */
export function createMeter(about: object, repeats: number): Meter {
  let streamSeconds = 0;

  const measure = (stage: string, runs: number, work: () => unknown, prepare?: () => void) => {
    resetPeak();
    const figures = Array.from({ length: runs }, () => {
      prepare?.();
      return measureRun(work);
    });
    // Collecting garbage makes the engine compile anew, so that is left to a run of its own.
    const peakMiB = runs > 1 ? measurePeak(work, prepare) : readPeakMiB();
    const seconds = median(figures.map((figure) => figure.seconds));
    streamSeconds ||= seconds;
    const line = {
      ...about,
      stage,
      seconds: round(seconds),
      cpuSeconds: round(median(figures.map((figure) => figure.cpuSeconds))),
      peakMiB: Math.round(peakMiB),
      firstSeconds: round(figures[0]!.seconds),
      timesStream: round(seconds / streamSeconds),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };

  return {
    measure: (stage, work, prepare) => measure(stage, repeats, work, prepare),
    measureOnce: (stage, work) => measure(stage, 1, work),
  };
}

function measureRun(work: () => unknown) {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  work();
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { seconds, cpuSeconds: (user + system) / 1e6 };
}

function measurePeak(work: () => unknown, prepare?: () => void): number {
  prepare?.();
  globalThis.gc?.();
  resetPeak();
  work();
  return readPeakMiB();
}

/** Linux begins to look for the peak anew; others do not know how. */
function resetPeak(): void {
  if (process.platform === "linux") writeFileSync("/proc/self/clear_refs", "5");
}

function readPeakMiB(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS / 1024;
  const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kibibytes) / 1024;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
