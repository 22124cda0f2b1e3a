import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/**
 * Engines agree on + - * / and on the square root, but not on the last bits of other functions, and
 * an analysis must be the same bytes everywhere.
 */
const forbidden = [
  /\bMath\b(?!\.(?:sqrt|abs|floor|min|max)\b)/,
  /\*\*/,
  /\b(?:Date|Intl|performance|crypto|process|globalThis)\b/,
  /\.(?:toFixed|toPrecision|toLocaleString|localeCompare)\b/,
];

function findForbidden(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  return forbidden.flatMap((pattern) => code.match(pattern)?.[0] ?? []);
}

const folder = fileURLToPath(new URL(".", import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name) && !name.startsWith("testing"),
);

describe("lib/math computes the same bits in every engine", () => {
  test.each(sources)("%s", (name) => {
    expect(findForbidden(readFileSync(`${folder}/${name}`, "utf8"))).toEqual([]);
  });
});

test("the guard sees what engines round differently, and lets comments be", () => {
  expect(findForbidden("const a = x ** 2;")).toEqual(["**"]);
  expect(findForbidden("a **= 2")).toEqual(["**"]);
  expect(findForbidden("const { exp } = Math;")).toEqual(["Math"]);
  expect(findForbidden("Math.exp(1)")).toEqual(["Math"]);
  expect(findForbidden('Math["pow"](2, 3)')).toEqual(["Math"]);
  expect(findForbidden("Math.random()")).toEqual(["Math"]);
  expect(findForbidden("Date.now()")).toEqual(["Date"]);
  expect(findForbidden("Math.sqrt(Math.abs(x)) // Math.exp\n/** a ** b */")).toEqual([]);
});
