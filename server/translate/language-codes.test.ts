import { expect, test } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { findLanguageCode, findSourceCode } from "./language-codes";

const older = ["en", "zh", "zt", "pb", "fr"];
const newer = ["en", "zh-Hans", "zh-Hant", "pt-BR", "pt", "fr"];

test.each<[Locale, string[], string | null]>([
  ["zh-Hant", older, "zt"],
  ["zh-Hant", newer, "zh-Hant"],
  ["zh-Hans", older, "zh"],
  ["pt-BR", older, "pb"],
  ["pt-BR", newer, "pt-BR"],
  ["cy", newer, null],
])("%s is known to %j as %s", (locale, codes, code) => {
  expect(findLanguageCode(locale, codes)).toBe(code);
});

test.each<[string | null, string[], string]>([
  ["zh-TW", older, "zt"],
  ["zh-CN", newer, "zh-Hans"],
  ["fr-CA", newer, "fr"],
  ["cy", newer, "auto"],
  ["no tag at all", newer, "auto"],
  [null, newer, "auto"],
])("a statement in %s comes to %j from %s", (tag, codes, code) => {
  expect(findSourceCode(tag, codes)).toBe(code);
});
