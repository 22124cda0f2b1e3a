/** Frequent characters that only Simplified Chinese writes. */
const simplifiedOnly = /[这们说时对发经过还让给从关问题应该车东业为开动电话认识长门见现实]/u;

const scripts: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Thai}/u, "th"],
];

/**
 * A guess at the language of a text that nobody tagged, from its script alone: enough for a browser
 * to choose the right characters, break lines and read aloud.
 * @returns a BCP 47 tag; null for scripts that many languages share, such as Latin
 */
export function guessLanguage(text: string): string | null {
  const language = scripts.find(([script]) => script.test(text))?.[1] ?? null;
  if (language !== "zh") return language;
  return simplifiedOnly.test(text) ? "zh-Hans" : "zh-Hant";
}
