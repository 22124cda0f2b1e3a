import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { analyze } from "@/lib/math/analyze";
import { acceptedStatements, matrixOf, randomRows } from "@/lib/math/testing/matrices";
import { VersionedAnalysis } from "@/lib/schemas/analysis";
import { addVote, emptyOutbox, type Outbox } from "@/lib/voting/outbox";
import { createStandingSource } from "./standing-source";

const { membership, positions, ...core } = analyze({
  votes: matrixOf(randomRows(3, 20, 8)),
  statements: acceptedStatements(8),
  profile: "polis",
});
const analysis = VersionedAnalysis.parse({ ...core, version: 5, createdAt: "2026-01-01" });
const channel = { slug: "x", isEmbedded: false, idempotencyKey: "k", token: null };
const statement = { id: 3, text: "Trees.", language: "en", isSeed: false };
const none = { kind: "refused", status: 404, reason: "analysis-not-found" } as const;
const votes = { kind: "done", answer: { votes: [], seq: 0 } } as const;

function createStore() {
  let outbox: Outbox = emptyOutbox;
  const listeners = new Set<() => void>();
  return {
    read: () => outbox,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put(next: Outbox) {
      outbox = next;
      for (const listener of listeners) listener();
    },
  };
}

function createAsk() {
  return {
    fetchNewestAnalysis: vi.fn().mockResolvedValue({ kind: "done", answer: analysis }),
    fetchOwnVotes: vi.fn().mockResolvedValue(votes),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("asks nothing before somebody listens, then once for all votes of the next quarter minute", async () => {
  const ask = createAsk();
  const source = createStandingSource(createStore(), () => channel, ask);
  source.noteVoted(statement);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(ask.fetchNewestAnalysis).not.toHaveBeenCalled();
  source.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(14_000);
  source.noteVoted(statement);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(ask.fetchNewestAnalysis).toHaveBeenCalledTimes(1);
  source.noteVoted(statement);
  await vi.advanceTimersByTimeAsync(0);
  expect(ask.fetchNewestAnalysis).toHaveBeenCalledTimes(2);
  expect(ask.fetchOwnVotes).toHaveBeenCalledTimes(1);
});

test("counts a vote of this device before the server has, with its words", async () => {
  const store = createStore();
  const source = createStandingSource(store, () => channel, createAsk());
  source.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(0);
  store.put(
    addVote(emptyOutbox, { statement: 3, value: -1, important: false }, { now: 1, key: "k" }),
  );
  source.noteVoted(statement);
  expect(source.read().ballot?.votes.get(3)).toBe(-1);
  expect(source.read().ballot?.statements[3]).toEqual({ text: "Trees.", language: "en" });
});

test("asks again, ever more slowly, until there is an analysis, and no more when left", async () => {
  const ask = createAsk();
  ask.fetchNewestAnalysis.mockResolvedValue(none);
  const source = createStandingSource(createStore(), () => channel, ask);
  const leave = source.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(7_000);
  expect(ask.fetchNewestAnalysis).toHaveBeenCalledTimes(3); // at 0, 2 and 6 s
  expect(source.read()).toMatchObject({ analysis: null });
  ask.fetchNewestAnalysis.mockResolvedValue({ kind: "done", answer: analysis });
  await vi.advanceTimersByTimeAsync(8_000);
  expect(source.read().analysis?.version).toBe(5);
  leave();
  await vi.advanceTimersByTimeAsync(200_000);
  expect(ask.fetchNewestAnalysis).toHaveBeenCalledTimes(4);
});

test("asks at once for what is missing when there is a connection again", async () => {
  const ask = createAsk();
  ask.fetchOwnVotes.mockResolvedValue({ kind: "later", afterMs: 0, wasReached: false });
  const source = createStandingSource(createStore(), () => channel, ask);
  source.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(60_000);
  const asked = ask.fetchOwnVotes.mock.calls.length;
  ask.fetchOwnVotes.mockResolvedValue(votes);
  source.wake();
  source.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(source.read().ballot).not.toBeNull();
  const answered = ask.fetchOwnVotes.mock.calls.length;
  expect(answered).toBeGreaterThan(asked);
  source.wake();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(ask.fetchOwnVotes).toHaveBeenCalledTimes(answered);
});
