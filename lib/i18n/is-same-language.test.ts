import { expect, test } from "vitest";
import { isSameLanguage } from "./is-same-language";
import type { Locale } from "./locales";

test.each<[string, string | null, Locale, boolean]>([
  ["Busse sollen nichts kosten.", "de-AT", "de", true],
  ["Busse sollen nichts kosten.", "de", "en", false],
  ["Busse sollen nichts kosten.", null, "de", false],
  ["Busse sollen nichts kosten.", "not a tag", "de", false],
  ["公車應該免費", null, "zh-Hant", true],
  ["公車應該免費", "zh-TW", "zh-Hant", true],
  ["公車應該免費", "zh-TW", "zh-Hans", false],
])("%s (%s) for a reader of %s: %s", (text, language, locale, isSame) => {
  expect(isSameLanguage({ text, language }, locale)).toBe(isSame);
});
