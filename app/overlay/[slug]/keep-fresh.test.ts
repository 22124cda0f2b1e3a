import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepFresh } from "./keep-fresh";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Reads that answer 1, 2, 3, …, and what came of them. */
function start(failing: number[] = []) {
  const found: number[] = [];
  let reads = 0;
  let failures = 0;
  const freshness = keepFresh({
    read: async () => {
      reads += 1;
      if (failing.includes(reads)) throw new Error("The server is away.");
      return reads;
    },
    onFound: (number) => found.push(number),
    onFailed: () => {
      failures += 1;
    },
  });
  return { freshness, found, reads: () => reads, failures: () => failures };
}

test("the first news is read at once, a flood of them twice a second", async () => {
  const { freshness, found } = start();
  freshness.refresh();
  await vi.advanceTimersByTimeAsync(0);
  expect(found).toEqual([1]);
  for (let time = 0; time < 1000; time += 10) {
    freshness.refresh();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(found).toEqual([1, 2, 3]);
});

test("news that come while one is read are read after it", async () => {
  const { freshness, found } = start();
  freshness.refresh();
  freshness.refresh();
  await vi.advanceTimersByTimeAsync(500);
  expect(found).toEqual([1, 2]);
});

test("what failed is tried again, without other news", async () => {
  const { freshness, found, failures } = start([1, 2]);
  freshness.refresh();
  await vi.advanceTimersByTimeAsync(1_999);
  expect([failures(), found]).toEqual([1, []]);
  await vi.advanceTimersByTimeAsync(2_001);
  expect([failures(), found]).toEqual([2, [3]]);
});

test("once stopped it reads no more, and says nothing of what is still on its way", async () => {
  const { freshness, found, reads } = start();
  freshness.refresh();
  freshness.stop();
  freshness.refresh();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([reads(), found]).toEqual([1, []]);
});

test("an answer that never comes is given up after ten seconds, and asked for again", async () => {
  let reads = 0;
  const failures: number[] = [];
  const found: number[] = [];
  const { refresh } = keepFresh({
    read: async (signal) => {
      reads += 1;
      if (reads > 1) return reads;
      return new Promise<number>((_, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason)),
      );
    },
    onFound: (number) => found.push(number),
    onFailed: () => failures.push(reads),
  });
  refresh();
  await vi.advanceTimersByTimeAsync(9_999);
  expect(failures).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_001);
  expect([failures, found]).toEqual([[1], [2]]);
});
