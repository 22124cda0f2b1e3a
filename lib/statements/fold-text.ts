/** Accents, vowel points, the Arabic stretcher and apostrophes: written or left out as people please. */
const optional =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670'\u2019\u02bc]/g;
/** Spaces, punctuation and signs, a line a block of Unicode, so that both sides say it in the same words. */
const between = characterClass(
  "\\u0001-\\u002f\\u003a-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7", // Latin
  "\\u037e\\u0387\\u055a-\\u055f\\u0589", // Greek, Armenian
  "\\u05be\\u05c0\\u05c3\\u05c6\\u05f3\\u05f4\\u0600-\\u061f\\u066a-\\u066d\\u06d4", // Hebrew, Arabic
  "\\u0964\\u0965\\u0e5a\\u0e5b", // Devanagari, Thai
  "\\u2000-\\u2bff\\u2e00-\\u2e7f", // general
  "\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u30fb", // East Asian
  "\\ufe00-\\ufe6f\\uff00-\\uff0f\\uff1a-\\uff20", // other forms of all these
);
/** Letters that languages of one script write differently. */
const variants: Record<string, string> = { ς: "σ", ı: "i", ي: "ی", ى: "ی", ك: "ک" };

/**
 * The words of a text in one spelling, single spaces between: compatibility forms, accents, vowel points,
 * case and punctuation are gone. The database's `statement_fold` does the same; a test compares them.
 * @returns "" for a text without a word or a symbol that stands for one
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(optional, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ςıيىك]/g, (letter) => variants[letter] ?? letter)
    .replace(between, " ")
    .trim();
}

function characterClass(...ranges: string[]): RegExp {
  return new RegExp(`[${ranges.join("")}]+`, "g");
}
