import { expect, test } from "vitest";
import type { ResultsView } from "../results/results-view";
import { chooseTurns } from "./choose-turns";

const shared = (statement: number, isInEveryGroup = true): ResultsView["shared"][number] => ({
  statement,
  value: 1,
  low: 0.8,
  high: 0.9,
  isInEveryGroup,
  survival: null,
});
const dividing = (statement: number): ResultsView["dividing"][number] => ({
  statement,
  letters: ["A", "B"],
  difference: 0.8,
  interval: null,
});
const view = { shared: [shared(2), shared(4, false), shared(1)], dividing: [dividing(3)] };
const published = [0, 1, 2, 3, 4, 5];
const show = (kinds: ("newest" | "shared" | "dividing")[], numbers: number[] = []) =>
  chooseTurns({ kinds, numbers }, published, view).map(
    ({ statement, reason }) => `${reason} ${statement}`,
  );

test("the kinds take turns, and no statement comes twice", () => {
  expect(show(["newest", "shared"])).toEqual([
    "newest 5",
    "shared 2",
    "newest 4",
    "shared 1",
    "newest 3",
    "newest 0",
  ]);
});

test("what most but not every group think is no common ground", () => {
  expect(show(["shared"])).toEqual(["shared 2", "shared 1"]);
});

test("numbers go before kinds, in the order given; what is not published is left out", () => {
  expect(show(["shared"], [4, 9, 0])).toEqual(["chosen 4", "chosen 0"]);
});

test("while results are hidden nothing is chosen by how people voted", () => {
  const turns = chooseTurns({ kinds: ["shared", "dividing"], numbers: [] }, published, null);
  expect(turns).toEqual([]);
});

test("a statement that is not published is in no list, whatever the analysis says", () => {
  const turns = chooseTurns({ kinds: ["newest", "shared", "dividing"], numbers: [] }, [1], view);
  expect(turns).toEqual([{ statement: 1, reason: "shared" }]);
});

test("of a conversation with thousands of statements the newest few take turns", () => {
  const many = Array.from({ length: 5000 }, (_, index) => index);
  const turns = chooseTurns({ kinds: ["newest"], numbers: [] }, many, null);
  expect(turns.map(({ statement }) => statement)).toEqual([
    4999, 4998, 4997, 4996, 4995, 4994, 4993, 4992,
  ]);
});
