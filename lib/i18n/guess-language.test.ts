import { expect, test } from "vitest";
import { guessLanguage } from "./guess-language";

test.each([
  ["計程車應該有固定車資。", "zh-Hant"],
  ["Uber 應該依法納稅", "zh-Hant"],
  ["出租车应该有固定的价格。", "zh-Hans"],
  ["タクシーは必要です。", "ja"],
  ["택시는 필요합니다.", "ko"],
  ["يجب أن تكون الحافلات مجانية.", "ar"],
  ["Taxis need insurance.", null],
  ["", null],
])("%s: %s", (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
