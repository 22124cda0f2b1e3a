import { expect, test } from "vitest";
import type { NextStatement } from "@/lib/schemas/vote";
import { countProgress, createDeck, findShown, moveOn, pin, refill, takeBack } from "./deck";

const deck = createDeck({ statements: [1, 2, 3].map(statement), total: 14 });
/** Voted on before: four statements that are no longer in the hand. */
const before = new Set([20, 21, 22, 23]);
const with1 = new Set([...before, 1]);

test("a vote shows the next statement and counts", () => {
  const after = moveOn(deck, statement(1));
  expect(findShown(after, with1)?.id).toBe(2);
  expect(countProgress(after, with1)).toEqual({ voted: 5, total: 14 });
});

test("undo brings back the last statement, as often as there were votes", () => {
  const voted = moveOn(moveOn(deck, statement(1)), statement(2));
  const once = takeBack(voted);
  expect(findShown(once, with1)?.id).toBe(2);
  const twice = takeBack(once);
  expect(findShown(twice, before)?.id).toBe(1);
  expect(ids(twice.upcoming)).toEqual([1, 2, 3]);
  expect(takeBack(twice)).toBe(twice);
});

test("an answer never swaps the statement that is being read", () => {
  const answer = { next: [3, 1, 8].map(statement), remaining: 3 };
  const after = refill(deck, answer, { voted: before, counted: 4 });
  expect(ids(after.upcoming)).toEqual([1, 3, 8]);
});

test("an answer does not bring back what was voted on meanwhile", () => {
  const answer = { next: [1, 2, 3].map(statement), remaining: 10 };
  const after = refill(moveOn(deck, statement(1)), answer, { voted: with1, counted: 4 });
  expect(ids(after.upcoming)).toEqual([2, 3]);
  expect(countProgress(after, with1)).toEqual({ voted: 5, total: 14 });
});

test("fresh statements come first, and those kept for later stay for when the connection drops", () => {
  const answer = { next: [8, 2].map(statement), remaining: 30 };
  const after = refill(deck, answer, { voted: before, counted: 4 });
  expect(ids(after.upcoming)).toEqual([1, 8, 2, 3]);
});

test("when the server has sent all there are, what it no longer names is not asked", () => {
  const answer = { next: [3].map(statement), remaining: 1 };
  const after = refill(moveOn(deck, statement(1)), answer, { voted: with1, counted: 5 });
  expect(ids(after.upcoming)).toEqual([2, 3]);
  expect(countProgress(after, with1).total).toBe(7);
});

test("statements that others wrote meanwhile appear when the deck was empty", () => {
  const empty = createDeck({ statements: [], total: 3 });
  const voted = new Set([1, 2, 3]);
  const after = refill(empty, { next: [statement(9)], remaining: 1 }, { voted, counted: 3 });
  expect(findShown(after, voted)?.id).toBe(9);
  expect(countProgress(after, voted)).toEqual({ voted: 3, total: 4 });
});

test("a statement voted on in another tab is passed over", () => {
  expect(findShown(deck, with1)?.id).toBe(2);
});

test("a statement that somebody was sent to is shown first, with the vote it has", () => {
  const choice = { value: -1, important: true } as const;
  const sent = pin(deck, statement(20), choice);
  expect(findShown(sent, before)?.id).toBe(20);
  expect(countProgress(sent, before)).toEqual({ voted: 4, total: 14 });
  const after = moveOn(sent, statement(20));
  expect(findShown(after, before)?.id).toBe(1);
  expect(after.past.at(-1)?.before).toEqual(choice);
  expect(takeBack(after).pinned).toEqual({ id: 20, choice });
});

test("there is nothing to show when all have a vote", () => {
  expect(findShown(deck, new Set([1, 2, 3]))).toBeNull();
});

function statement(id: number): NextStatement {
  return { id, text: `Statement ${id}`, language: null, isSeed: false };
}

function ids(statements: NextStatement[]): number[] {
  return statements.map(({ id }) => id);
}
