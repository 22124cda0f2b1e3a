import { expect, test } from "vitest";
import { matrixOf } from "../testing/matrices";
import { packVotes } from "../votes/packed-votes";
import { computeCoverage } from "./coverage";

const _ = null;
const votes = packVotes(
  matrixOf([
    [1, _, 0],
    [-1, 1, 1],
    [_, 0, -1],
    [0, 0, _],
    [-1, -1, 1],
  ]),
);
const groups = { ids: [3, 8], groupOfRow: Int32Array.of(0, 0, 1, 1, -1) };

function cover(agree: number[], disagree: number[]) {
  const name = (statement: number) => ({ statement });
  const consensus = { agree: agree.map(name), disagree: disagree.map(name) };
  return computeCoverage({ votes, consensus, groups });
}

test("who agreed with one list or disagreed with the other is served, in a group or not", () => {
  expect(cover([0], [])).toEqual({
    share: 1 / 5,
    perGroup: { 3: 1 / 2, 8: 0 },
    worst: { group: 8, share: 0 },
  });
  expect(cover([0], [2])).toEqual({
    share: 2 / 5,
    perGroup: { 3: 1 / 2, 8: 1 / 2 },
    worst: { group: 3, share: 1 / 2 },
  });
  expect(cover([], [0, 1]).share).toBe(2 / 5);
});

test("a participant counts once, and only for a vote on the side of the list", () => {
  expect(cover([0, 1, 2], []).share).toBe(3 / 5);
  expect(cover([0, 1, 2], [0, 1, 2]).share).toBe(4 / 5); // who passed on all is not served
});

test("empty lists serve nobody; statements without votes are ignored", () => {
  expect(cover([], []).share).toBe(0);
  expect(cover([7], [99]).share).toBe(0);
});

test("nobody, and no groups", () => {
  const consensus = { agree: [{ statement: 0 }], disagree: [] };
  const noGroups = { ids: [], groupOfRow: new Int32Array(5).fill(-1) };
  expect(computeCoverage({ votes, consensus, groups: noGroups })).toEqual({
    share: 1 / 5,
    perGroup: {},
    worst: null,
  });
  const nothing = packVotes(matrixOf([]));
  const nobody = { ids: [], groupOfRow: new Int32Array(0) };
  expect(computeCoverage({ votes: nothing, consensus, groups: nobody })).toEqual({
    share: 0,
    perGroup: {},
    worst: null,
  });
});
