import { expect, test } from "vitest";
import { createSource } from "@/lib/map/testing-source";
import { findSide } from "./statement-side";

const source = createSource([
  { at: [0, 0], group: 0 },
  { at: [0, 0], group: 1 },
  { at: [0, 0], group: 2 },
]);
// A far in the west, B in the east, C in the north east.
[source.groups[0]!.center, source.groups[1]!.center, source.groups[2]!.center] = [
  [-5, 0],
  [2, 0],
  [1, 1],
];

test.each([
  ["west", [-1, 0.2], "A"],
  ["east", [1, 0.1], "B"],
  ["north east", [1, 0.9], "C"],
  ["north", [0.1, 1], "C"],
] as const)(
  "a statement in the %s is on the side of the group that lies there",
  (_, pull, letter) => {
    expect(findSide(source, [...pull], 1)).toBe(letter);
  },
);

test("near the middle, and where no group lies, there is no side", () => {
  expect(findSide(source, [-1, 0], 0.1)).toBeNull();
  expect(findSide({ ...source, groups: source.groups.slice(1, 2) }, [-1, 0], 1)).toBeNull();
  expect(findSide(createSource([]), [1, 0], 1)).toBeNull();
});
