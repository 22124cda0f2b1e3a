import { expect, test } from "vitest";
import { noStability } from "@/lib/math/certainty/stability";
import type { ComputePool } from "./compute-pool";
import { type ConversationMemory, createMemoryStore } from "./memory";

function createPool(): Pick<ComputePool, "holds" | "forget"> & { held: Set<number> } {
  const held = new Set<number>();
  return { held, holds: (id) => held.has(id), forget: (id) => held.delete(id) };
}

const memoryOf = (bytes: number): ConversationMemory => ({
  seenSeq: 1,
  excluded: new Set(),
  version: 1,
  deletionSeq: 0,
  lastComplete: { atMs: 0, computeMs: 1, voteSeq: 1 },
  certainty: {
    structure: { clear: false, pValue: null, method: "none" },
    stability: noStability,
    letters: {},
  },
  bytes,
});

/** Loads a conversation that takes so much, as a run does. */
function open(maxBytes: number) {
  const pool = createPool();
  const memories = createMemoryStore(pool, maxBytes);
  const load = (id: number, bytes: number) => {
    memories.take(id);
    pool.held.add(id);
    memories.put(id, memoryOf(bytes));
  };
  return { pool, memories, load };
}

test("forgets the conversations that were used least recently", () => {
  const { pool, memories, load } = open(100);
  load(1, 40);
  load(2, 40);
  memories.put(1, memories.take(1)!);
  load(3, 40);
  expect([...pool.held].sort()).toEqual([1, 3]);
  expect(memories.take(2)).toBeNull();
});

test("keeps one that is larger than all there is, alone, until another is used", () => {
  const { pool, memories, load } = open(100);
  load(1, 40);
  load(2, 500);
  expect([...pool.held]).toEqual([2]);
  memories.put(2, memories.take(2)!);
  expect([...pool.held]).toEqual([2]);
  load(3, 10);
  expect([...pool.held]).toEqual([3]);
});

test("those being analysed stay, and count", () => {
  const { pool, memories, load } = open(100);
  load(1, 60);
  load(2, 30);
  const first = memories.take(1)!;
  load(3, 20);
  expect([...pool.held].sort()).toEqual([1, 3]);
  memories.put(1, first);
  expect([...pool.held].sort()).toEqual([1, 3]);
});

test("makes room before votes are read", () => {
  const { pool, memories, load } = open(100);
  load(1, 60);
  load(2, 30);
  memories.makeRoom(50);
  expect([...pool.held]).toEqual([2]);
  memories.makeRoom(1000);
  expect([...pool.held]).toEqual([]);
});

test("what a thread lost is not known any more", () => {
  const { pool, memories, load } = open(100);
  load(1, 60);
  pool.held.clear();
  expect(memories.take(1)).toBeNull();
  load(2, 60);
  memories.take(2);
  memories.forget(2);
  expect(pool.held.has(2)).toBe(false);
});
