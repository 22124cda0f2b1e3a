import { expect, test } from "vitest";
import { layoutMiniMap } from "./layout-mini-map";
import { createSource, twoCamps } from "./testing-source";

test("a card's map has an island a group and weighs less than 5 kB", () => {
  const land = layoutMiniMap(twoCamps());
  expect(land.islands.map((island) => island.letter)).toEqual(["A", "B"]);
  expect(JSON.stringify(land).length).toBeLessThan(5_000);
});

test("a conversation without votes is open water", () => {
  expect(layoutMiniMap(createSource([])).islands).toEqual([]);
});
