import { expect, test } from "vitest";
import { createSource } from "@/lib/map/testing-source";
import { compareDistances } from "./group-distances";

test("names the closest and the furthest of three groups", () => {
  const source = createSource([
    { at: [0, 0], group: 2 },
    { at: [0, 0], group: 0 },
    { at: [0, 0], group: 1 },
  ]);
  [source.groups[0]!.center, source.groups[1]!.center, source.groups[2]!.center] = [
    [0, 0], // C
    [3, 4], // A: 5 from C
    [3, -6], // B: 6.7 from C, 10 from A
  ];
  expect(compareDistances(source)).toEqual({ closest: ["A", "C"], furthest: ["A", "B"] });
});

test("two groups compare with nothing", () => {
  const two = createSource([
    { at: [0, 0], group: 0 },
    { at: [1, 0], group: 1 },
  ]);
  expect(compareDistances(two)).toBeNull();
});
