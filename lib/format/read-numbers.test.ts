import { expect, test } from "vitest";
import { locales } from "../i18n/locales";
import { readNumbers } from "./read-numbers";

test.each([
  ["Latin", "12, 3 and 12; no. 40", [12, 3, 12, 40]],
  ["Arabic", "١٢، ٣ و٤٠", [12, 3, 40]],
  ["Persian", "۱۲، ۴۵۶", [12, 456]],
  ["Devanagari", "१२, ३ और ४०", [12, 3, 40]],
  ["Bengali", "১২, ৩", [12, 3]],
  ["Tamil", "௧௨, ௩", [12, 3]],
  ["Thai", "๑๒ ๓", [12, 3]],
  ["full width", "１２、３", [12, 3]],
  ["mathematical, whose tens stand side by side", "𝟗, 𝟘, 𝟟", [9, 0, 7]],
])("%s", (_, text, numbers) => {
  expect(readNumbers(text)).toEqual(numbers);
});

test("what any language of ours writes is read back", () => {
  for (const locale of locales) {
    const numbers = [0, 7, 12, 345];
    const written = numbers.map((number) => new Intl.NumberFormat(locale.tag).format(number));
    expect([locale.tag, readNumbers(written.join("، "))]).toEqual([locale.tag, numbers]);
  }
});

test("there may be none", () => {
  expect(readNumbers("none, और")).toEqual([]);
});
