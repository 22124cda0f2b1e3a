/** Scripts whose words are not set apart by spaces, or are mostly one or two characters long. */
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const han = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** By so many letters at its beginning an inflected word is known again. */
const stemLetters = 4;

/**
 * The pairs of neighbouring characters of a text, the edges of words included, and each Han character by
 * itself, which is a word already.
 * @param folded as foldText answers
 * @returns the same as `statement_bigrams` in the database, without the conversation's number
 */
export function bigramsOf(folded: string): string[] {
  const letters = toLetters(folded);
  return [...new Set([...pairUp(letters), ...letters.filter((letter) => han.test(letter))])];
}

/** Within words of an alphabet three letters together; a pair of letters says little there. */
export function trigramsOf(folded: string): string[] {
  const letters = toLetters(folded);
  const trigrams = letters
    .slice(2)
    .map((letter, place) => ({
      middle: letters[place + 1]!,
      text: letters[place]! + letters[place + 1]! + letter,
    }))
    .filter(({ middle }) => middle !== " " && !han.test(middle));
  return [...new Set(trigrams.map(({ text }) => text))];
}

/**
 * Sets of bigrams that few texts hold as a whole: how a word begins; in dense scripts each bigram.
 * @param folded as foldText answers
 * @returns none for a text without a word
 */
export function probesOf(folded: string): string[][] {
  return folded.split(" ").flatMap((word) => {
    const letters = [...word];
    if (!dense.test(word))
      return letters.length > 1 ? [pairUp([" ", ...letters.slice(0, stemLetters)])] : [];
    return letters.length > 1 ? pairUp(letters).map((pair) => [pair]) : [[` ${word}`]];
  });
}

function toLetters(folded: string): string[] {
  return folded === "" ? [] : [" ", ...folded, " "];
}

function pairUp(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, place) => `${letters[place]}${letter}`);
}
