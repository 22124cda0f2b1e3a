import { readFileSync, writeFileSync } from "node:fs";

export interface Meter {
  /**
   * Runs `work` some times, each after `prepare`, and prints the medians of its time and the peak of
   * memory of the whole process while it ran.
   * @returns the median of its seconds
   */
  measure(stage: string, work: () => unknown, prepare?: () => void): number;
}

/**
 * Prints a line for each stage. `timesStream` is how many times longer it took than the first stage
 * measured, which is to read the votes once.
 * The peak is that since the stage began on Linux, that of the process elsewhere. Needs --expose-gc.
 * @param about goes into every line
 */
export function createMeter(about: object, repeats: number): Meter {
  let streamSeconds = 0;
  return {
    measure(stage, work, prepare) {
      const seconds: number[] = [];
      const cpuSeconds: number[] = [];
      const peaks: number[] = [];
      for (let i = 0; i < repeats; i++) {
        prepare?.();
        globalThis.gc?.();
        resetPeak();
        const cpu = process.cpuUsage();
        const startedAt = performance.now();
        work();
        seconds.push((performance.now() - startedAt) / 1000);
        const { user, system } = process.cpuUsage(cpu);
        cpuSeconds.push((user + system) / 1e6);
        peaks.push(readPeakMiB());
      }
      const middle = median(seconds);
      streamSeconds ||= middle;
      const line = {
        ...about,
        stage,
        seconds: round(middle),
        firstSeconds: round(seconds[0]!),
        cpuSeconds: round(median(cpuSeconds)),
        peakMiB: Math.round(Math.max(...peaks)),
        timesStream: round(middle / streamSeconds),
      };
      process.stdout.write(`${JSON.stringify(line)}\n`);
      return middle;
    },
  };
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
