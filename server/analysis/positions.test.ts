import { expect, test } from "vitest";
import { packPositions, unpackPositions } from "./positions";

test("positions and groups survive packing, participants without a group too", () => {
  const packed = packPositions({
    positions: { "7": [0.1, -2.5e-9], "2000000000": [1 / 3, 0], "0": [-1, 4] },
    membership: { "7": 2, "0": 0 },
  });
  expect(packed.length).toBe(3 * 24);
  const { membership, positions } = unpackPositions(packed);
  expect([...membership]).toEqual([
    [0, 0],
    [7, 2],
  ]);
  expect([...positions]).toEqual([
    [0, [-1, 4]],
    [7, [0.1, -2.5e-9]],
    [2_000_000_000, [1 / 3, 0]],
  ]);
});
