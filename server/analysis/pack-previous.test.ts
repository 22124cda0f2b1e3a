import { expect, test } from "vitest";
import { packPrevious, unpackPrevious } from "./pack-previous";

test("positions, groups and letters out of use survive packing", () => {
  const previous = {
    positions: new Map<number, [number, number]>([
      [0, [-1, 4]],
      [7, [0.1, -2.5e-9]],
      [2_000_000_000, [1 / 3, 0]],
    ]),
    membership: new Map([
      [0, 0],
      [7, 2],
    ]),
    retired: new Map([["C", [4, 7]]]),
  };
  expect(unpackPrevious(packPrevious(previous))).toEqual(previous);
});

test("a conversation without votes packs to nothing but its count", () => {
  const empty = { positions: new Map(), membership: new Map(), retired: new Map() };
  expect(unpackPrevious(packPrevious(empty))).toEqual(empty);
});
