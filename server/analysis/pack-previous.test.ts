import { expect, test } from "vitest";
import { packPrevious, unpackPrevious } from "./pack-previous";

test("positions, groups and letters out of use survive packing", () => {
  const previous = {
    participants: Int32Array.of(0, 7, 2_000_000_000),
    points: Float64Array.of(-1, 4, 0.1, -2.5e-9, 1 / 3, 0),
    groupIds: Int32Array.of(0, 2, -1),
    retired: new Map([["C", Int32Array.of(4, 7)]]),
  };
  expect(unpackPrevious(packPrevious(previous))).toEqual(previous);
});

test("a conversation without votes packs to nothing but its count", () => {
  const empty = {
    participants: new Int32Array(),
    points: new Float64Array(),
    groupIds: new Int32Array(),
    retired: new Map(),
  };
  expect(unpackPrevious(packPrevious(empty))).toEqual(empty);
});
