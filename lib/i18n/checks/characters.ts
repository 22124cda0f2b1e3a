/** Scripts that the texts of a language are written in; Latin everywhere, for names such as JSON. */
const scripts: Record<string, string[]> = {
  "zh-Hant": ["Han"],
  "zh-Hans": ["Han"],
  ja: ["Han", "Hiragana", "Katakana"],
  ko: ["Hangul"],
  uk: ["Cyrillic"],
  ru: ["Cyrillic"],
  el: ["Greek"],
  hi: ["Devanagari"],
  ta: ["Tamil"],
  ar: ["Arabic"],
  fa: ["Arabic"],
  he: ["Hebrew"],
};

/** Letters and signs that a neighbouring language has and this one has not. */
const foreign: Record<string, RegExp> = {
  "zh-Hant": /[这们说时对发经过还让给从关问题应该车东业为开动电话认识长门见现实结组点数参与]/u,
  "zh-Hans": /[這們說時對發經過還讓給從關問題應該車東業為開動電話認識長門見現實結組點數參與]/u,
  ar: /[یکپچژگ۰-۹?,;]/u,
  fa: /[يكى٠-٩?,;]/u,
  ru: /[іїєґ]/iu,
  uk: /[ыэъё]/iu,
  ro: /[şţ]/iu,
  hr: /[ðÐ]/u,
};

/** The joiner of Persian, Hindi and Tamil words shows nothing itself and has its place there. */
const joiners: Record<string, RegExp> = {
  fa: /\u200c/gu,
  hi: /[\u200c\u200d]/gu,
  ta: /[\u200c\u200d]/gu,
};

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\ufffd]/u;
/** Arabic, Hebrew and the like written as the shapes of old fonts instead of as letters. */
const presentationForm = /[\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** What is wrong with the characters of the words of a message, placeholders left out. */
export function checkCharacters(words: string, locale: string): string[] {
  const own = words.replace(joiners[locale] ?? /(?!)/u, "");
  const mixed = own.match(/[\p{L}\p{M}]+/gu)?.find((word) => isMixed(word));
  return [
    nameSign("an invisible character or one that turns the direction", invisible.exec(own)),
    nameSign("a presentation form", presentationForm.exec(own)),
    nameSign("a letter of another script", findOtherScript(own, locale)),
    nameSign("a sign of a neighbouring language", foreign[locale]?.exec(own)),
    ...(mixed ? [`"${mixed}" mixes letters that look alike`] : []),
  ].filter((fault) => fault !== "");
}

function findOtherScript(words: string, locale: string): RegExpExecArray | null {
  const allowed = ["Common", "Inherited", "Latin", ...(scripts[locale] ?? [])];
  const classes = allowed.map((script) => `\\p{Script=${script}}`).join("");
  return new RegExp(`[^${classes}]`, "u").exec(words);
}

/** A Latin a in a Cyrillic word looks right and is not. */
function isMixed(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
}

function nameSign(what: string, found: RegExpExecArray | null | undefined): string {
  return found ? `has ${what}: U+${found[0].codePointAt(0)?.toString(16).padStart(4, "0")}` : "";
}
