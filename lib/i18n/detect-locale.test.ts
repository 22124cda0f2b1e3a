import { expect, test } from "vitest";
import { detectLocale } from "./detect-locale";

test.each([
  ["nothing known", null, null, "en"],
  ["a choice beats the browser", "zh-Hant", "en-GB,en;q=0.9", "zh-Hant"],
  ["a choice in another case", "ZH-hant", null, "zh-Hant"],
  ["an unknown choice is no choice", "xx", "zh-TW", "zh-Hant"],
  ["Taiwan reads Traditional", null, "zh-TW,zh;q=0.9,en;q=0.8", "zh-Hant"],
  ["so does Hong Kong", null, "zh-HK", "zh-Hant"],
  ["Simplified is nearer to Traditional than to English", null, "zh-CN,en;q=0.5", "zh-Hant"],
  ["quality decides, not order", null, "zh-TW;q=0.3,en;q=0.9", "en"],
  ["q=0 means never", null, "zh-TW;q=0,de", "en"],
  ["the first language that we speak", null, "fr,de;q=0.9,zh-Hant;q=0.2", "zh-Hant"],
  ["rubbish", null, "*,;;q=,--,%00", "en"],
])("%s", (_, chosen, acceptLanguage, locale) => {
  expect(detectLocale({ chosen, acceptLanguage })).toBe(locale);
});
