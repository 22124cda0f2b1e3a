import { expect, test } from "vitest";
import { createSource } from "@/lib/map/testing-source";
import { listGroupAreas } from "./group-areas";

const map = createSource([
  { at: [0, 0], group: 0, id: 3 },
  { at: [1, 0], group: 0, id: 5 },
  { at: [2, 0], group: 1, id: 8 },
]);
const tally = (agrees: number, disagrees: number) => ({
  agrees,
  disagrees,
  passes: 1,
  notVoted: 9,
});

test("a group's votes are told for all of its places, unless fewer than five voted", () => {
  const groups = [
    { letter: "A", tally: tally(4, 2) },
    { letter: "B", tally: tally(1, 2) },
  ];
  const statements = [{ statement: 2, all: tally(5, 4), groups }];
  expect(listGroupAreas({ map, statements }, 2)).toEqual([
    { clusters: [3, 5], agrees: 4, disagrees: 2, passes: 1 },
  ]);
  expect(listGroupAreas({ map, statements }, 7)).toEqual([]);
});

test("without groups everybody is one area", () => {
  const alone = createSource([{ at: [0, 0], group: null, id: 3 }]);
  const statements = [{ statement: 2, all: tally(5, 4), groups: [] }];
  expect(listGroupAreas({ map: alone, statements }, 2)).toEqual([
    { clusters: [3], agrees: 5, disagrees: 4, passes: 1 },
  ]);
});
