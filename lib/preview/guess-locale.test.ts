import { expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { guessLocale } from "./guess-locale";

const all = locales.map(({ tag }) => tag);

test.each([
  ["What should become of the town centre?", "en"],
  ["¿Qué debería pasar con el centro?", "es"],
  ["Wie soll die Stadt in zehn Jahren aussehen? Was ist uns wichtig?", "de"],
  ["Comment rendre la ville plus agréable pour les habitants ?", "fr"],
  ["夜市應該怎麼管理？", "zh-Hant"],
  ["夜市应该怎么管理？", "zh-Hans"],
  ["駅前をどうしますか", "ja"],
  ["도심을 어떻게 바꿀까요?", "ko"],
  ["كيف ينبغي أن نخطط وسط المدينة؟", "ar"],
  ["مرکز شهر را چگونه بسازیم؟", "fa"],
  ["Яким має бути центр міста?", "uk"],
  ["Каким должен быть центр города?", "ru"],
  ["Πώς θέλουμε την πλατεία;", "el"],
  ["शहर का केंद्र कैसा हो?", "hi"],
  ["நகர மையம் எப்படி இருக்க வேண்டும்?", "ta"],
  ["Plenum 2027", "en"],
  ["", "en"],
])("%s is %s", (text, expected) => {
  expect(guessLocale(text, all)).toBe(expected);
});

test("a language whose texts are not there becomes the default", () => {
  expect(guessLocale("夜市應該怎麼管理？", ["en", "ja"])).toBe("en");
});
