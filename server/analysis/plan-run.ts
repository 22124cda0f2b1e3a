import type { Watermark } from "@/server/db/queries/analysis-input";

/** A run that computed everything, certainty included. */
export interface CompleteRun {
  /** By the clock of `performance.now`. */
  atMs: number;
  computeMs: number;
  /** The watermark it saw. */
  voteSeq: number;
}

/** `approximate` takes the certainty of an earlier run over, which is what costs most. */
export type RunPlan = "none" | "approximate" | "complete";

// Nobody notices the difference: these are complete every time.
const CHEAP_MS = 250;
// While votes keep coming, what is told of certainty is no older than this, or has not seen this
// share of the votes, and at most one vote in 40 waits for a complete run.
const CERTAINTY_AGE_MS = 30_000;
const CERTAINTY_GROWTH = 0.1;
const PAUSE_PER_RUN = 40;
// How long a conversation is quiet before it is completed: the next vote will rarely come just then.
const QUIET_PER_RUN = 10;
const MIN_QUIET_MS = 1000;
const MAX_QUIET_MS = 30_000;

/**
 * What to compute, given the newest version (null: none) and the last complete run of this process
 * (null: none, so there is nothing to take over).
 */
export function planRun(input: {
  watermark: Watermark;
  newest: (Watermark & { isApproximate: boolean }) | null;
  lastComplete: CompleteRun | null;
  nowMs: number;
}): RunPlan {
  const { watermark, newest, lastComplete, nowMs } = input;
  const hasSeenAll =
    newest?.voteSeq === watermark.voteSeq && newest.moderationSeq === watermark.moderationSeq;
  if (hasSeenAll) return newest.isApproximate ? "complete" : "none";
  // It may have seen votes that are gone, of a database that was put back.
  if (!lastComplete || lastComplete.voteSeq > watermark.voteSeq) return "complete";
  if (lastComplete.computeMs <= CHEAP_MS) return "complete";
  const ageMs = nowMs - lastComplete.atMs;
  const grown = watermark.voteSeq - lastComplete.voteSeq > CERTAINTY_GROWTH * lastComplete.voteSeq;
  const isOld = grown || ageMs >= CERTAINTY_AGE_MS;
  return isOld && ageMs >= PAUSE_PER_RUN * lastComplete.computeMs ? "complete" : "approximate";
}

/** How long after an approximate version a quiet conversation is computed completely. */
export function quietMs(lastComplete: CompleteRun): number {
  const ms = QUIET_PER_RUN * lastComplete.computeMs;
  return Math.min(Math.max(ms, MIN_QUIET_MS), MAX_QUIET_MS);
}

/**
 * How long a conversation rests after a run: as long as it was worked on, so that a core is busy with
 * it for half of the time and no more. Certainty is not counted, for the plan keeps complete runs rare.
 */
export function restMs(run: {
  isComplete: boolean;
  /** Whether every vote was read, not only those since the last run. */
  hasReadAll: boolean;
  /** How long the run took, but for standing in line: waiting for others is no reason to rest. */
  busyMs: number;
  computeMs: number;
}): number {
  if (!run.isComplete) return run.busyMs;
  return run.hasReadAll ? run.busyMs - run.computeMs : 0;
}
