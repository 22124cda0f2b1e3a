import { expect, test } from "vitest";
import { matrixOf } from "../testing/matrices";
import { selectClusteredRows } from "./clustered-participants";
import { orderRows } from "./row-order";
import { createVoteMatrix } from "./vote-matrix";

const rule = { minVotes: 7, minClustered: 15 };
/** One row a participant, with as many votes, from statement 0 on. */
const withVotes = (...counts: number[]) =>
  matrixOf(counts.map((count) => Array.from({ length: count }, () => 1 as const)));
const select = (matrix: ReturnType<typeof matrixOf>) => [
  ...selectClusteredRows(matrix, orderRows(matrix), rule),
];

test("seven votes are enough, six are not", () => {
  const counts = Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? 6 : 7));
  expect(select(withVotes(...counts))).toEqual(
    [...counts.keys()].filter((row) => counts[row] === 7),
  );
});

test("where there are fewer statements, voting on all of them is enough", () => {
  const counts = Array.from({ length: 20 }, (_, i) => (i < 16 ? 3 : 2));
  expect(select(withVotes(...counts))).toEqual([...counts.keys()].slice(0, 16));
});

test("up to 15 are topped up by most votes, equals by row order", () => {
  // Two pass the bar; 13 more of 18 are wanted: the three with 6, then those with 5, first rows first.
  const counts = [7, 9, ...Array.from({ length: 15 }, () => 5), 6, 6, 6];
  expect(select(withVotes(...counts))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 17, 18, 19]);
});

test("with fewer than 15 people everybody is in, and nobody of nobody", () => {
  expect(select(withVotes(1, 3, 9))).toEqual([0, 1, 2]);
  expect(select(matrixOf([]))).toEqual([]);
});

test("rows are ordered by the lowest statement voted on, then by participant", () => {
  const matrix = createVoteMatrix({
    participant: Int32Array.of(1, 2, 3, 4),
    statement: Int32Array.of(8, 5, 8, 5),
    value: Int8Array.of(1, 1, 1, 1),
  });
  expect([...orderRows(matrix)].map((row) => matrix.participants[row])).toEqual([2, 4, 1, 3]);
});
