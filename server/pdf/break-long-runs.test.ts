import fc from "fast-check";
import { expect, test } from "vitest";
import { breakLongRuns } from "./break-long-runs";

test("the parts joined give the text again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(breakLongRuns(text).join("")).toBe(text);
    }),
  );
});

test("only words longer than a column are broken", () => {
  expect(
    breakLongRuns(
      "Kraftfahrzeughaftpflicht and 計程車司機應該有職業登記證而且費率要公開透明計程車司機",
    ),
  ).toHaveLength(1);
  const parts = breakLongRuns(`see ${"x".repeat(40)} there`);
  expect(parts).toEqual(["see xxxxxxxxxxxx", "xxxxxxxxxxxx", "xxxxxxxxxxxx", "xxxx there"]);
});
