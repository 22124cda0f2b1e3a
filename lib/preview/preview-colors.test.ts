import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { previewColors, previewGroupColors } from "./preview-colors";

const css = readFileSync(join(import.meta.dirname, "..", "..", "app", "globals.css"), "utf8");

/** The first is that of the light form. */
function token(name: string): string | undefined {
  return new RegExp(`--color-${name}: (#[0-9a-f]{6})`).exec(css)?.[1];
}

test("the colours of the picture are those of the pages", () => {
  const named = Object.entries(previewColors).map(([name, color]) => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    color,
  ]);
  const groups = previewGroupColors.flatMap(({ line, ground }, index) => [
    [`group-${"abcdef"[index]}`, line],
    [`group-${"abcdef"[index]}-soft`, ground],
  ]);
  for (const [name = "", color] of [...named, ...groups]) expect(token(name), name).toBe(color);
});
