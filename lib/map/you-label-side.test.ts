import { expect, test } from "vitest";
import { youLabelSide } from "./you-label-side";

const width = 840;

test.each([
  ["to the right on open water", [400, 300], [], "right"],
  ["away from a letter to the right", [400, 300], [[470, 315]], "left"],
  [
    "right again where letters stand on both sides",
    [400, 300],
    [
      [470, 315],
      [330, 290],
    ],
    "right",
  ],
  ["past a letter far below", [400, 300], [[470, 480]], "right"],
  ["inwards at the right edge", [800, 300], [[730, 300]], "left"],
  ["inwards at the left edge", [40, 300], [[110, 300]], "right"],
] as const)("the word stands %s", (_, at, letters, side) => {
  expect(
    youLabelSide(
      [...at],
      letters.map(([x, y]) => [x, y]),
      width,
    ),
  ).toBe(side);
});
