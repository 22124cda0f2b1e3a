import { expect, test } from "vitest";
import type { GroupPanel } from "../results/results-view";
import { creditNames, headGroup, nameGroup } from "./name-group";
import type { ReportWords } from "./report-words";

/** Texts are their keys and values. */
const say = (key: string, values: object = {}) => `${key}(${Object.values(values).join(", ")})`;
const words = {
  report: say,
  results: say,
  number: (value: number) => `${Math.round(100 * value)}%`,
} as ReportWords;
const names = { B: "Cyclists" };
const group = (letter: string, size: number | null, share: number | null): GroupPanel => ({
  letter,
  size,
  share,
  stability: null,
  standsFor: [],
});

test("the summary says whose name it is, with the size as far as it may be told", () => {
  expect(nameGroup(group("A", 30, 0.75), names, words)).toBe("summaryGroup(A, 30, 75%)");
  expect(nameGroup(group("B", 10, 0.25), names, words)).toBe(
    "summaryGroup(B (namedBy(Cyclists)), 10, 25%)",
  );
  expect(nameGroup(group("A", 30, null), names, words)).toBe("summaryGroupSize(A, people(30))");
  expect(nameGroup(group("A", null, null), names, words)).toBe(
    "summaryGroupSize(A, peopleUntold(5))",
  );
});

test("names at the heads of a table are credited below it", () => {
  expect([headGroup("A", names, words), headGroup("B", names, words)]).toEqual([
    "group(A)",
    "group(B) (Cyclists)",
  ]);
  expect(creditNames(["A", "B"], names, words)).toBe("group(B): namedBy(Cyclists)");
  expect(creditNames(["A", "B"], {}, words)).toBeNull();
});
