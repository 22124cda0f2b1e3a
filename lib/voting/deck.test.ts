import { expect, test } from "vitest";
import type { NextStatement } from "@/lib/schemas/vote";
import { createDeck, leaveOut, moveOn, refill, takeBack } from "./deck";

const deck = createDeck({ statements: [1, 2, 3].map(statement), remaining: 10, voted: 4 });

test("a vote shows the next statement and counts", () => {
  const after = moveOn(deck);
  expect(ids(after.upcoming)).toEqual([2, 3]);
  expect([after.voted, after.remaining]).toEqual([5, 9]);
});

test("undo brings back the last statement, as often as there were votes", () => {
  expect(takeBack(takeBack(moveOn(moveOn(deck))))).toEqual(deck);
  expect(takeBack(deck)).toBe(deck);
});

test("an answer never swaps the statement that is being read", () => {
  const after = refill(deck, { next: [3, 1, 8].map(statement), remaining: 9 }, new Set());
  expect(ids(after.upcoming)).toEqual([1, 3, 8]);
});

test("an answer does not bring back what was voted on meanwhile", () => {
  const after = refill(
    moveOn(deck),
    { next: [1, 2, 3].map(statement), remaining: 10 },
    new Set([1]),
  );
  expect(ids(after.upcoming)).toEqual([2, 3]);
  expect(after.remaining).toBe(9);
});

test("statements that others wrote meanwhile appear when the deck was empty", () => {
  const empty = createDeck({ statements: [], remaining: 0, voted: 3 });
  const after = refill(empty, { next: [statement(9)], remaining: 1 }, new Set());
  expect(ids(after.upcoming)).toEqual([9]);
  expect(after.voted + after.remaining).toBe(4);
});

test("votes kept from an earlier visit count, and are not asked for again", () => {
  const after = leaveOut(deck, new Set([1, 9]));
  expect(ids(after.upcoming)).toEqual([2, 3]);
  expect([after.voted, after.remaining]).toEqual([6, 8]);
});

function statement(id: number): NextStatement {
  return { id, text: `Statement ${id}`, language: null, isSeed: false };
}

function ids(statements: NextStatement[]): number[] {
  return statements.map(({ id }) => id);
}
