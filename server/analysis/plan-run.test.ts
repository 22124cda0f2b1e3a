import { expect, test } from "vitest";
import { planRun, quietMs, restMs } from "./plan-run";

const watermark = { voteSeq: 1000, moderationSeq: 3 };
const seen = { ...watermark, isApproximate: false };
const behind = { voteSeq: 990, moderationSeq: 3, isApproximate: false };
const atMs = 500_000;
/** A complete run of a second, which saw the votes up to `voteSeq`. */
const slow = (voteSeq: number) => ({ atMs, computeMs: 1000, voteSeq });

const plan = (options: Partial<Parameters<typeof planRun>[0]>) =>
  planRun({ watermark, newest: behind, lastComplete: slow(990), nowMs: atMs + 1000, ...options });

test("computes nothing when the newest version has seen everything", () => {
  expect(plan({ newest: seen })).toBe("none");
  expect(plan({ newest: seen, lastComplete: null })).toBe("none");
  expect(plan({ newest: { ...seen, moderationSeq: 2 } })).not.toBe("none");
});

test("completes an approximate version that has seen everything, at any time", () => {
  expect(plan({ newest: { ...seen, isApproximate: true } })).toBe("complete");
  expect(plan({ newest: { ...seen, isApproximate: true }, lastComplete: null })).toBe("complete");
});

test("is complete when there is nothing to take over, or when that is cheap", () => {
  expect(plan({ newest: null, lastComplete: null })).toBe("complete");
  expect(plan({ lastComplete: { ...slow(990), computeMs: 200 } })).toBe("complete");
  expect(plan({ lastComplete: slow(1001) })).toBe("complete");
});

test("takes certainty over for half a minute, and longer where it takes longer", () => {
  expect(plan({})).toBe("approximate");
  expect(plan({ nowMs: atMs + 39_000 })).toBe("approximate");
  expect(plan({ nowMs: atMs + 41_000 })).toBe("complete");
  const half = { ...slow(990), computeMs: 500 };
  expect(plan({ lastComplete: half, nowMs: atMs + 29_000 })).toBe("approximate");
  expect(plan({ lastComplete: half, nowMs: atMs + 31_000 })).toBe("complete");
});

test("takes it over for less long when many votes came since", () => {
  const half = { ...slow(800), computeMs: 500 };
  expect(plan({ lastComplete: half, nowMs: atMs + 19_000 })).toBe("approximate");
  expect(plan({ lastComplete: half, nowMs: atMs + 21_000 })).toBe("complete");
});

test("waits for a quiet time of ten runs, from one second to thirty", () => {
  expect(quietMs({ ...slow(0), computeMs: 10 })).toBe(1000);
  expect(quietMs({ ...slow(0), computeMs: 700 })).toBe(7000);
  expect(quietMs({ ...slow(0), computeMs: 60_000 })).toBe(30_000);
});

test("rests as long as it was worked on; certainty does not count, nor votes held already", () => {
  const run = { isComplete: true, hasReadAll: true, busyMs: 900, computeMs: 700 };
  expect(restMs(run)).toBe(200);
  expect(restMs({ ...run, hasReadAll: false })).toBe(0);
  expect(restMs({ ...run, isComplete: false })).toBe(900);
});
