import { expect, test } from "vitest";
import { createSource } from "@/lib/map/testing-source";
import { listNeighbourhoods } from "./list-neighbourhoods";

test("lists base clusters group by group, the largest first, with the votes of their area", () => {
  const map = createSource([
    { at: [0, 0], group: 1, count: 4, id: 3 },
    { at: [1, 0], group: 0, count: 2, id: 5 },
    { at: [2, 0], group: 0, count: 9, id: 8 },
  ]);
  const area = { clusters: [5, 8], agrees: 3, disagrees: 2, passes: 0 };
  expect(listNeighbourhoods({ map }, [area])).toEqual([
    { id: 8, letter: "A", number: 1, people: 9, area },
    { id: 5, letter: "A", number: 2, people: 2, area },
    { id: 3, letter: "B", number: 1, people: 4, area: null },
  ]);
});
