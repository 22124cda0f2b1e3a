import { expect, test } from "vitest";
import { compareDisplays, type Display } from "./compare-displays";

/** Participants 0, 1, 2, … in groups told by a digit each, at these places along the first axis. */
function display(groups: string, letters: string, x: number[], sign: 1 | -1 = 1): Display {
  return {
    frame: {
      matrix: [
        [sign, 0],
        [0, 1],
      ],
      letters: Object.fromEntries([...letters].entries()),
      k: letters.length,
      smoother: { lastK: letters.length, lastKCount: 1 },
    },
    participants: Int32Array.from(x.keys()),
    points: Float64Array.from(x.flatMap((place) => [place, 1])),
    groupIds: Int32Array.from(groups, Number),
  };
}
const before = display("000111", "AB", [-3, -2, -1, 1, 2, 3]);

test("nothing changed", () => {
  expect(compareDisplays(before, before)).toEqual({
    axisFlips: 0,
    axisReversals: 0,
    letterSwaps: 0,
    letterChanges: 0,
    adjustedRandIndex: 1,
  });
});

test("a mirrored axis is a flip, unless the frame mirrors it back", () => {
  const places = [3, 2, 1, -1, -2, -3];
  expect(compareDisplays(before, display("000111", "AB", places))).toMatchObject({
    axisFlips: 1,
    axisReversals: 1,
  });
  expect(compareDisplays(before, display("000111", "AB", places, -1)).axisFlips).toBe(0);
});

test("people who stay on their side in another order are a reversal, not a flip", () => {
  const right = display("000000", "A", [1, 2, 3, 4, 5, 6]);
  expect(compareDisplays(right, display("000000", "A", [6, 5, 4, 3, 2, 1]))).toMatchObject({
    axisFlips: 0,
    axisReversals: 1,
  });
});

test("letters that change hands are swaps, whatever the ids", () => {
  const x = [-3, -2, -1, 1, 2, 3];
  expect(compareDisplays(before, display("111000", "BA", x)).letterSwaps).toBe(0);
  expect(compareDisplays(before, display("000111", "BA", x)).letterSwaps).toBe(2);
  expect(compareDisplays(before, display("001111", "BA", x)).letterSwaps).toBe(2);
  // A letter that is gone was not taken by others.
  expect(compareDisplays(before, display("000111", "AC", x))).toMatchObject({
    letterSwaps: 0,
    letterChanges: 1,
  });
});
