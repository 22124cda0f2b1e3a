import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Families of @expo-google-fonts: what its folder is called behind `noto-sans`, and its files. */
const families = {
  general: ["", "NotoSans"],
  arabic: ["-arabic", "NotoSansArabic"],
  hebrew: ["-hebrew", "NotoSansHebrew"],
  devanagari: ["-devanagari", "NotoSansDevanagari"],
  tamil: ["-tamil", "NotoSansTamil"],
  traditional: ["-tc", "NotoSansTC"],
  simplified: ["-sc", "NotoSansSC"],
  japanese: ["-jp", "NotoSansJP"],
  korean: ["-kr", "NotoSansKR"],
} as const;

export type FontFamily = keyof typeof families;

export function fontFile(family: FontFamily, isBold: boolean): string {
  const [suffix, name] = families[family];
  const weight = isBold ? "700Bold" : "400Regular";
  const folder = dirname(require.resolve(`@expo-google-fonts/noto-sans${suffix}/package.json`));
  return join(folder, weight, `${name}_${weight}.ttf`);
}

const scripts: [RegExp, FontFamily][] = [
  [/\p{Script_Extensions=Arabic}/u, "arabic"],
  [/\p{Script_Extensions=Hebrew}/u, "hebrew"],
  [/\p{Script_Extensions=Devanagari}/u, "devanagari"],
  [/\p{Script_Extensions=Tamil}/u, "tamil"],
  [/\p{Script=Hangul}/u, "korean"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "japanese"],
];

const eastAsian: FontFamily[] = ["traditional", "simplified", "japanese", "korean"];
const eastAsianOf: Record<string, FontFamily> = {
  "zh-Hant": "traditional",
  "zh-Hans": "simplified",
  ja: "japanese",
  ko: "korean",
};

/**
 * The families that may have a character, the likeliest first.
 * @param language decides whose form of a Han character is drawn
 */
export function listFamilies(character: string, language: string): FontFamily[] {
  const own = scripts.find(([script]) => script.test(character))?.[1];
  const preferred = eastAsianOf[language] ?? "traditional";
  const isHan = /\p{Script=Han}/u.test(character);
  const order: FontFamily[] = isHan
    ? [preferred, ...eastAsian]
    : [...(own ? [own] : []), "general", preferred, ...eastAsian];
  return [...new Set(order)];
}
