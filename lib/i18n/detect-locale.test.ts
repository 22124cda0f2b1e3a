import { expect, test } from "vitest";
import { detectLocale } from "./detect-locale";
import { type Locale, locales } from "./locales";

const all = locales.map(({ tag }) => tag);

test.each<[string, string | null, string | null, Locale]>([
  ["nothing known", null, null, "en"],
  ["a choice beats the browser", "zh-Hant", "en-GB,en;q=0.9", "zh-Hant"],
  ["a choice in another case", "ZH-hant", null, "zh-Hant"],
  ["an unknown choice is no choice", "xx", "zh-TW", "zh-Hant"],
  ["Taiwan reads Traditional", null, "zh-TW,zh;q=0.9,en;q=0.8", "zh-Hant"],
  ["so does Hong Kong", null, "zh-HK", "zh-Hant"],
  ["and who writes Cantonese", null, "yue", "zh-Hant"],
  ["the mainland reads Simplified", null, "zh-CN,en;q=0.5", "zh-Hans"],
  ["so does Singapore", null, "zh-SG", "zh-Hans"],
  ["and Chinese without a place", null, "zh", "zh-Hans"],
  ["a script that is named counts more than the place", null, "zh-Hant-CN", "zh-Hant"],
  ["every Portuguese", null, "pt-PT,en;q=0.9", "pt-BR"],
  ["the old tag of Hebrew", null, "iw-IL", "he"],
  ["the old tag of Indonesian", null, "in", "id"],
  ["Spanish of Mexico", null, "es-MX", "es"],
  ["Persian of Afghanistan", null, "fa-AF", "fa"],
  ["quality decides, not order", null, "zh-TW;q=0.3,en;q=0.9", "en"],
  ["q=0 means never", null, "zh-TW;q=0,de", "de"],
  ["the first language that we speak", null, "eo,th;q=0.9,zh-Hant;q=0.2", "zh-Hant"],
  ["Norwegian reads Danish", null, "nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7", "da"],
  ["but rather what else it names", null, "nb-NO,no;q=0.8,en-US;q=0.5", "en"],
  ["Serbian in Latin letters", null, "sr-Latn-RS", "hr"],
  ["not Serbian in Cyrillic", null, "sr-RS", "en"],
  ["rubbish", null, "*,;;q=,--,%00", "en"],
])("%s", (_, chosen, acceptLanguage, locale) => {
  expect(detectLocale({ chosen, acceptLanguage }, all)).toBe(locale);
});

test("a language without texts is not offered, neither to a choice nor to a browser", () => {
  const offered: Locale[] = ["en", "zh-Hant"];
  expect(detectLocale({ chosen: "fr", acceptLanguage: "fr" }, offered)).toBe("en");
  expect(detectLocale({ chosen: null, acceptLanguage: "fr,zh-TW;q=0.1" }, offered)).toBe("zh-Hant");
});

test("the other script of a language is nearer than another language", () => {
  const acceptLanguage = "zh-CN,en;q=0.5";
  expect(detectLocale({ chosen: null, acceptLanguage }, ["en", "zh-Hant"])).toBe("zh-Hant");
});

test("every language finds itself", () => {
  for (const tag of all) {
    expect(detectLocale({ chosen: null, acceptLanguage: tag }, all)).toBe(tag);
  }
});
