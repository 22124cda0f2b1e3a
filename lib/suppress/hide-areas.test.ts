import { expect, test } from "vitest";
import { hideAreas } from "./hide-areas";

const places = [0, 1, 2, 3].map((id) => ({ id, group: id < 2 ? 0 : 1 }));

function tellOf(voters: number[], turnout: { all: number; ungrouped: number }) {
  const tallies = voters.map((agrees, cluster) => ({ cluster, agrees, disagrees: 0, passes: 0 }));
  return hideAreas(places, tallies, turnout).map(({ cluster }) => cluster);
}

test("places of large groups are told, however few stand at one", () => {
  expect(tellOf([1, 9, 8, 3], { all: 21, ungrouped: 0 })).toEqual([0, 1, 2, 3]);
});

test("a group is told of nowhere when its votes are left over from everybody's", () => {
  expect(tellOf([2, 2, 8, 3], { all: 30, ungrouped: 40 })).toEqual([2, 3]);
  expect(tellOf([2, 2, 8, 3], { all: 15, ungrouped: 0 })).toEqual([]);
  expect(tellOf([9, 9, 8, 3], { all: 30, ungrouped: 1 })).toEqual([0, 1]);
});
