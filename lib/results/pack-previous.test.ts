import { expect, test } from "vitest";
import { packPrevious, readGroups, unpackPrevious } from "./pack-previous";

test("positions, groups and letters out of use survive packing", () => {
  const previous = {
    participants: Int32Array.of(0, 7, 2_000_000_000),
    points: Float64Array.of(-1, 4, 0.1, -2.5e-9, 1 / 3, 0),
    groupIds: Int32Array.of(0, 2, -1),
    retired: new Map([["C", Int32Array.of(4, 7)]]),
  };
  const packed = packPrevious(previous);
  expect(unpackPrevious(packed)).toEqual(previous);
  expect([0, 7, 2_000_000_000, 3, 2_147_483_647].map(readGroups(packed))).toEqual([
    0,
    2,
    null,
    null,
    null,
  ]);
});

test("a conversation without votes packs to nothing but its count", () => {
  const empty = {
    participants: new Int32Array(),
    points: new Float64Array(),
    groupIds: new Int32Array(),
    retired: new Map(),
  };
  expect(unpackPrevious(packPrevious(empty))).toEqual(empty);
  expect(readGroups(packPrevious(empty))(0)).toBeNull();
});

test("what an earlier version wrote is read as it was meant", () => {
  // One record: participant 7 in group 2 at (0.5, -1), and C, which 4 and 7 bore.
  const bytes = "01000000" + "07000000" + "02000000" + "000000000000e03f" + "000000000000f0bf";
  const packed = Buffer.concat([Buffer.from(bytes, "hex"), Buffer.from('[["C",[4,7]]]')]);
  const previous = unpackPrevious(packed);
  expect(previous).toEqual({
    participants: Int32Array.of(7),
    points: Float64Array.of(0.5, -1),
    groupIds: Int32Array.of(2),
    retired: new Map([["C", Int32Array.of(4, 7)]]),
  });
  expect(Buffer.from(packPrevious(previous))).toEqual(packed);
});
