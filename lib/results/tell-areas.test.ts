import { expect, test } from "vitest";
import { createSource } from "@/lib/map/testing-source";
import { tellAreas } from "./tell-areas";

const map = createSource([{ at: [0, 0], group: 0, id: 3 }]);
const all = { agrees: 5, disagrees: 4, passes: 1, notVoted: 9 };
const groups = [{ letter: "A", tally: all }];
const view = { version: 8, map, statements: [{ statement: 2, all, groups }] };
const areas = [{ clusters: [3], agrees: 6, disagrees: 0, passes: 0 }];

test("votes are told by place as the shown version has them", () => {
  expect(tellAreas(view, 2, { version: 8, statement: 2, areas })).toEqual(areas);
});

test("places of another version are other people: whole groups are told then", () => {
  const whole = [{ clusters: [3], agrees: 5, disagrees: 4, passes: 1 }];
  expect(tellAreas(view, 2, { version: 7, statement: 2, areas })).toEqual(whole);
  expect(tellAreas(view, 2, { version: 8, statement: 1, areas })).toEqual(whole);
  expect(tellAreas(view, 2, null)).toEqual(whole);
});
