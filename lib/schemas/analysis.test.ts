import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Analysis } from "./analysis";

const sample: unknown = JSON.parse(
  readFileSync(new URL("../../docs/analysis.sample.json", import.meta.url), "utf8"),
);
const guide = readFileSync(new URL("../../docs/analysis.md", import.meta.url), "utf8");

test("the documented sample is an analysis, with nothing besides", () => {
  expect(Analysis.parse(sample)).toEqual(sample);
});

test("the guide explains every field", () => {
  const explained = guide
    .split("\n")
    .flatMap((line) => (line.split("|")[1] ?? "").match(/\w+/g) ?? []);
  for (const field of Object.keys(Analysis.shape)) expect(explained).toContain(field);
});
