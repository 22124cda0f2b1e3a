const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー〆々]/u;
/** They stay with what stands before them. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{Lm}ー々]$/u;
/** They stay with what stands behind them. */
const opening = /^[\p{Ps}\p{Pi}]$/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Cuts a text into parts that a line must not be broken within: words with the space behind them;
 * single characters of Chinese and Japanese, with the punctuation that belongs to them.
 * @returns parts that give the text again when joined; empty for an empty text
 */
export function breakText(text: string): string[] {
  const parts: string[] = [];
  let last = "";
  for (const character of splitGraphemes(text)) {
    if (parts.length === 0 || mayBreak(last, character)) parts.push(character);
    else parts[parts.length - 1] += character;
    last = character;
  }
  return parts;
}

/** What a reader counts as characters. */
export function splitGraphemes(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

function mayBreak(before: string, after: string): boolean {
  if (after === " " || closing.test(after) || opening.test(before)) return false;
  return before === " " || wide.test(before) || wide.test(after) || isWidePunctuation(before);
}

/** Full stops and commas that have the width of a character. */
function isWidePunctuation(character: string): boolean {
  return /^[\u3000-\u303f\uff00-\uff60]$/u.test(character);
}
