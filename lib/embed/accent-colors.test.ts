import * as fc from "fast-check";
import { expect, test } from "vitest";
import { accentColors, contrast, rgbOf } from "./accent-colors";

const grounds = { light: ["#faf9f6", "#ffffff"], dark: ["#11171a", "#192125"] } as const;
const ink = { light: "#1a1f24", dark: "#eceae5" } as const;

test.each(["light", "dark"] as const)("any accent can be read on %s", (theme) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colors = accentColors(value.toString(16).padStart(6, "0"), theme);
      const pairs = [
        ...grounds[theme].flatMap((ground) => [
          [colors.accent, ground],
          [colors.strong, ground],
        ]),
        [colors.accent, colors.soft],
        [ink[theme], colors.soft],
        [colors.on, colors.accent],
        [colors.on, colors.strong],
      ] as const;
      for (const [front, back] of pairs) {
        expect(contrast(rgbOf(front!), rgbOf(back!))).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test("an accent that can be read stays as it is", () => {
  expect(accentColors("0b5571", "light").accent).toBe("#0b5571");
  expect(accentColors("8ccbe2", "dark").accent).toBe("#8ccbe2");
});

test("one that cannot keeps its hue", () => {
  const [red, green, blue] = rgbOf(accentColors("ffcc00", "light").accent);
  expect(red).toBeGreaterThan(green);
  expect(green).toBeGreaterThan(blue);
  expect(blue).toBe(0);
});
