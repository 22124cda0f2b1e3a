import { expect, test } from "vitest";
import { matrixOf, randomRows } from "../testing/matrices";
import { packVotes } from "../votes/packed-votes";
import { type JudgementLimits, selectJudgements } from "./judgements";

const limits: JudgementLimits = {
  read: 100,
  participants: [100, 100],
  judgements: 0,
  perParticipant: 100,
  fewestEach: 1,
  fewestOfParticipant: 2,
  seed: 1,
};

test("leaves out passes, what is moderated out, and what everybody judges alike", () => {
  const votes = matrixOf([
    [1, 1, 1, 0, -1],
    [1, -1, -1, 1, 1],
    [1, null, 1, -1, 1],
  ]);
  const judgements = selectJudgements(packVotes(votes), Uint8Array.of(0, 1, 0, 0, 0), limits);
  expect(judgements.columnCount).toBe(3); // statements 2, 3 and 4
  expect([...judgements.rowStart]).toEqual([0, 2, 5, 8]);
  expect([...judgements.codes]).toEqual([1, 4, 0, 3, 5, 1, 2, 5]);
});

test("people with too few judgements are not looked at", () => {
  const votes = matrixOf([
    [1, -1, 1, -1],
    [-1, 1, -1, 1],
    [1, 0, 0, 0],
  ]);
  expect(selectJudgements(packVotes(votes), new Uint8Array(4), limits).rowCount).toBe(2);
});

test("large conversations are sampled: people by chance, statements by their judgements", () => {
  const rows = randomRows(3, 60, 12).map((row) => row.map((cell, i) => (i > 8 ? null : cell)));
  for (const [index, row] of rows.entries()) row[11] = index % 2 === 0 ? 1 : -1;
  const votes = packVotes(matrixOf(rows));
  const bounds = { ...limits, participants: [20, 20], perParticipant: 3 } as const;
  const judgements = selectJudgements(votes, new Uint8Array(10), bounds);
  expect(judgements.rowCount).toBe(20);
  expect(judgements.columnCount).toBe(5);
  const last = [...judgements.codes].filter((code) => code >> 1 === 4);
  expect(last).toHaveLength(20); // everybody judged the last statement, so it is among them
  expect(selectJudgements(votes, new Uint8Array(10), bounds)).toEqual(judgements);
});

test("where people judged little more of them are drawn", () => {
  const rows = randomRows(5, 60, 12).map((row) => row.map((cell) => (cell === 0 ? 1 : cell)));
  const some = rows.map((row) => row.map((cell, i) => (i < 6 ? cell : null)));
  const bounds = { ...limits, participants: [5, 30], judgements: 120, perParticipant: 20 } as const;
  const count = (sparse: typeof rows) => {
    const votes = packVotes(matrixOf(sparse));
    return selectJudgements(votes, new Uint8Array(12), bounds).rowCount;
  };
  const perRow = (sparse: typeof rows) => sparse.flat().filter((cell) => cell !== null).length / 60;
  expect(count(rows)).toBe(Math.floor(120 / perRow(rows)));
  expect(count(some)).toBeGreaterThan(count(rows));
});

test("without votes there is nothing", () => {
  const none = selectJudgements(packVotes(matrixOf([])), new Uint8Array(0), limits);
  expect([none.rowCount, none.columnCount, none.codes.length]).toEqual([0, 0, 0]);
});
