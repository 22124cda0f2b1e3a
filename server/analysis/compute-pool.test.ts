import { afterEach, beforeEach, expect, test } from "vitest";
import { acceptedStatements } from "@/lib/math/testing/matrices";
import { createVoteCollector } from "@/lib/math/votes/collect-votes";
import { type ComputePool, createComputePool } from "./compute-pool";
import type { AnalysisQuestion } from "./held-conversations";
import { startComputeThread } from "./start-compute-thread";

let pool: ComputePool;
beforeEach(() => {
  pool = createComputePool(2);
});
afterEach(() => pool.close());

type Vote = [participant: number, statement: number, value: number];

const votes: Vote[] = Array.from({ length: 400 }, (_, i) => [
  Math.floor(i / 10),
  i % 10,
  (((i % 10) * (Math.floor(i / 10) % 2 === 0 ? 3 : 5)) % 3) - 1,
]);

function ask(conversationId: number, given: Partial<AnalysisQuestion> = {}): AnalysisQuestion {
  return {
    conversationId,
    votes: null,
    changes: new Int32Array(),
    statements: acceptedStatements(10),
    previous: "kept",
    carried: null,
    ...given,
  };
}

function load(conversationId: number, loaded: Vote[] = votes): AnalysisQuestion {
  const collector = createVoteCollector();
  for (const vote of loaded) collector.add(...vote);
  return ask(conversationId, { votes: collector.finish(), previous: null });
}

test("votes that follow give what all of them at once give", async () => {
  await pool.analyse(load(1, votes.slice(0, 300)));
  expect(pool.holds(1)).toBe(true);
  const changes = Int32Array.from(votes.slice(300).flat());
  const followed = await pool.analyse(ask(1, { changes }));
  const atOnce = await pool.analyse(load(2));
  expect(followed.core).toEqual(atOnce.core);
  expect(followed.core.votes).toBe(400);
  expect(followed.bytes).toBe(atOnce.bytes);
});

test("votes that nobody holds are asked for, also after an error", async () => {
  await expect(pool.analyse(ask(1))).rejects.toThrow("The votes of conversation 1 are not here.");
  await pool.analyse(load(1));
  const broken = ask(1, { changes: Int32Array.of(0, 0, 1, -1, 0, 1) });
  await expect(pool.analyse(broken)).rejects.toThrow(RangeError);
  expect(pool.holds(1)).toBe(false);
  await pool.analyse(load(1));
  pool.forget(1);
  expect(pool.holds(1)).toBe(false);
});

test("a small conversation does not wait behind another", async () => {
  await pool.analyse(load(1));
  await pool.analyse(load(2));
  const busy = pool.analyse(ask(1));
  expect(pool.holds(2)).toBe(false);
  const { core } = await pool.analyse(load(2));
  expect(core.votes).toBe(400);
  await busy;
  expect([pool.holds(1), pool.holds(2)]).toEqual([true, true]);
});

test("a thread that ends fails what it was asked, and holds nothing", async () => {
  let hasEnded = false;
  const thread = startComputeThread(() => {
    hasEnded = true;
  });
  await thread.analyse(load(1));
  expect([...thread.held.keys()]).toEqual([1]);
  const asked = expect(thread.analyse(ask(1))).rejects.toThrow("The thread ended");
  await thread.terminate();
  await asked;
  expect([hasEnded, thread.held.size, thread.waiting]).toEqual([true, 0, 0]);
});
