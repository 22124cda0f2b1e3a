import { expect, test } from "vitest";
import { drawPreview } from "@/lib/preview/draw-preview";
import { createTypesetter } from "./create-typesetter";
import { paintPreview } from "./paint";
import { splitRuns } from "./split-runs";

const plain = { facts: [], language: "en", map: null };

/** Width and height as the header of a PNG tells them. */
function sizeOf(png: Buffer): number[] {
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test.each([
  ["nothing", ""],
  ["markup", '</text></svg><image href="file:///etc/passwd"/>&amp;]]>'],
  ["what controls", "a\u0000b\u0007c\u202egnp.exe\u2066\u2028d\ud800"],
  ["emoji", "👨‍👩‍👧🏳️‍🌈".repeat(25)],
  ["towers of marks", `z${"̷".repeat(199)}`],
  ["200 characters without a space", "龘".repeat(200)],
  ["a script that no font here has", "ภาษาไทย".repeat(20)],
])("a title of %s gives a picture", (_, title) => {
  expect(sizeOf(paintPreview({ ...plain, title, facts: [title] }, 1200))).toEqual([1200, 630]);
});

test("a title becomes outlines, never markup", () => {
  const svg = drawPreview({ ...plain, title: '<image href="x"/>&x;' }, createTypesetter("en"));
  expect(svg.match(/<(text|image|script|style)|&/)).toBeNull();
});

test("every script of our languages has a font, and is as wide as its letters", () => {
  const { measure } = createTypesetter("en");
  const samples = "Centre Центр Κέντρο 中心 センター 도심 مركز מרכז केंद्र மையம்".split(" ");
  for (const sample of samples) {
    const width = measure(sample, { sizePx: 100, isBold: true });
    expect(width, sample).toBeGreaterThan(100);
    expect(width, sample).toBeLessThanOrEqual(100 * sample.length);
  }
});

test("text that reads both ways is put in the order in which it is seen", () => {
  const options = { isBold: true, language: "ar", isRightToLeft: true };
  const runs = splitRuns("مع Plenum؟", options);
  expect(runs.map(({ text }) => text)).toEqual(["؟", "Plenum", "مع "]);
});

test("Han characters are drawn as the language writes them", () => {
  const draw = (language: string) =>
    createTypesetter(language).draw(
      "直骨",
      { sizePx: 40, isBold: true },
      { x: 0, y: 0, isRightToLeft: false },
    );
  expect(new Set(["zh-Hant", "zh-Hans", "ja"].map(draw)).size).toBe(3);
});
