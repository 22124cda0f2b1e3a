import { expect, test } from "vitest";
import { createVoteMatrix, type VoteTriples } from "./vote-matrix";

function triples(votes: [participant: number, statement: number, value: number][]): VoteTriples {
  return {
    participant: Int32Array.from(votes, ([participant]) => participant),
    statement: Int32Array.from(votes, ([, statement]) => statement),
    value: Int8Array.from(votes, ([, , value]) => value),
  };
}

test("rows and columns ascend by id, whatever the order of the votes", () => {
  const matrix = createVoteMatrix(
    triples([
      [9, 4, -1],
      [2, 7, 0],
      [9, 1, 1],
    ]),
  );
  expect([...matrix.participants]).toEqual([2, 9]);
  expect([...matrix.statements]).toEqual([1, 4, 7]);
  expect([...matrix.rowStart]).toEqual([0, 1, 3]);
  expect([...matrix.columns]).toEqual([2, 0, 1]);
  expect([...matrix.values]).toEqual([0, 1, -1]);
});

test("no votes make an empty matrix", () => {
  const matrix = createVoteMatrix(triples([]));
  expect([...matrix.participants, ...matrix.statements]).toEqual([]);
  expect([...matrix.rowStart]).toEqual([0]);
});

test("a repeated cell, another value and uneven arrays are refused", () => {
  expect(() =>
    createVoteMatrix(
      triples([
        [3, 5, 1],
        [3, 5, -1],
      ]),
    ),
  ).toThrow("Participant 3, statement 5: two votes");
  expect(() => createVoteMatrix(triples([[3, 5, 2]]))).toThrow(RangeError);
  const uneven = { ...triples([[3, 5, 1]]), statement: new Int32Array(2) };
  expect(() => createVoteMatrix(uneven)).toThrow(RangeError);
});
