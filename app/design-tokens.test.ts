import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "globals.css"), "utf8");
const light = readColors(blockAfter("@theme static"));
const modes = {
  light,
  dark: new Map([...light, ...readColors(blockAfter("@variant dark-scheme"))]),
};

const votes = ["agree", "disagree", "pass"];
const groups = ["a", "b", "c", "d", "e", "f"].map((letter) => `group-${letter}`);
const surfaces = ["paper", "card"];

/** [what is written or drawn, on what] */
const textPairs = [
  ...["ink", "muted", "warning", "accent", "accent-strong", ...votes, ...groups].flatMap((color) =>
    surfaces.map((surface) => [color, surface] as const),
  ),
  ...[...votes, ...groups, "warning"].flatMap((color) => [
    [color, `${color}-soft`] as const,
    ["ink", `${color}-soft`] as const,
  ]),
  ["ink", "accent-soft"] as const,
  ["accent", "accent-soft"] as const,
  ["on-accent", "accent"] as const,
  ["on-accent", "accent-strong"] as const,
  ...["water", "land", "land-high"].map((surface) => ["ink", surface] as const),
  ["muted", "water"] as const,
];
const linePairs = [
  ...["edge", "shore", "focus"].flatMap((line) =>
    [...surfaces, "water"].map((surface) => [line, surface] as const),
  ),
  ...groups.flatMap((group) => [[group, "water"] as const, [group, "land"] as const]),
];

describe.each(Object.entries(modes))("%s", (_, colors) => {
  test.each(textPairs)("text %s on %s", (front, back) => {
    expect(contrast(colors.get(front)!, colors.get(back)!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(linePairs)("line %s on %s", (front, back) => {
    expect(contrast(colors.get(front)!, colors.get(back)!)).toBeGreaterThanOrEqual(3);
  });
});

function blockAfter(marker: string): string {
  const start = css.indexOf("{", css.indexOf(marker));
  let depth = 0;
  for (let index = start; index < css.length; index += 1) {
    if (css[index] === "{") depth += 1;
    if (css[index] === "}") depth -= 1;
    if (depth === 0) return css.slice(start, index);
  }
  throw new Error(`No block after ${marker}.`);
}

function readColors(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [
      match[1]!,
      match[2]!,
    ]),
  );
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(first: string, second: string): number {
  const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
