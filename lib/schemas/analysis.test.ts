import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Analysis, LaterParts } from "./analysis";

const sample = readSample("analysis.sample.json");
const guide = readFileSync(new URL("../../docs/analysis.md", import.meta.url), "utf8");

test.each(["analysis.sample.json", "analysis.polis.sample.json"])(
  "%s is an analysis, with nothing besides",
  (name) => {
    const documented = readSample(name);
    expect(Analysis.parse(documented)).toEqual(documented);
  },
);

test("the guide explains every field", () => {
  const explained = guide
    .split("\n")
    .flatMap((line) => (line.split("|")[1] ?? "").match(/\w+/g) ?? []);
  for (const field of Object.keys(Analysis.shape)) expect(explained).toContain(field);
});

test("an analysis stored by an earlier version is read, and what it does not know stays open", () => {
  const later = ["coverage", "approximate", "survival", "meanAmongDrawn", "sameK", "low", "high"];
  const older = JSON.stringify(
    { ...Analysis.parse(sample), consensus: { agree: [], disagree: [] } },
    (key, value: unknown) => (later.includes(key) ? undefined : value),
  );
  const read = Analysis.parse(JSON.parse(older));
  expect(read).toMatchObject({ coverage: null, approximate: false, stability: { sameK: 0 } });
  expect(read.groups[0]?.representative[0]).toMatchObject({ low: 0, high: 1 });
  expect(LaterParts.parse(JSON.parse(older))).toEqual(LaterParts.parse(read));
});

function readSample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8"));
}
