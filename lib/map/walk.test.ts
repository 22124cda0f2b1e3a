import { describe, expect, test } from "vitest";
import type { Point } from "./scene";
import { findNeighbour, orderForReading } from "./walk";

describe("findNeighbour", () => {
  //   1       4
  //       0  2
  //     3        5
  const places: Point[] = [
    [40, 20],
    [10, 10],
    [60, 22],
    [35, 40],
    [80, 5],
    [90, 38],
  ];

  test.each([
    ["right", 0, 2],
    ["left", 0, 1],
    ["down", 0, 3],
    ["right", 2, 4],
    ["left", 1, null],
    ["up", 4, null],
  ] as const)("%s of %i is %s", (direction, from, to) => {
    expect(findNeighbour(places, from, direction)).toBe(to);
  });

  test("what is ahead comes before what is nearer but aside", () => {
    const around: Point[] = [
      [0, 0],
      [5, 30], // nearer to the right, but mostly below
      [60, 10],
    ];
    expect(findNeighbour(around, 0, "right")).toBe(2);
    expect(findNeighbour(around, 0, "down")).toBe(1);
  });

  test("where nothing is straight ahead, what is at all on that side", () => {
    const column: Point[] = [
      [0, 0],
      [5, 80],
    ];
    expect(findNeighbour(column, 0, "right")).toBe(1);
  });
});

test("reading goes line by line, from where reading begins", () => {
  const places: Point[] = [
    [50, 12],
    [10, 41],
    [5, 18],
    [90, 44],
  ];
  expect(orderForReading(places, 20)).toEqual([2, 0, 1, 3]);
  expect(orderForReading(places, 20, true)).toEqual([0, 2, 3, 1]);
});
