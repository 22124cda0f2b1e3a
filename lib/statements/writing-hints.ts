import { countCharacters } from "../format/clean-text";
import { startsWithReference } from "./reference-words";

/** What may make a text hard to vote on, in the order in which it is said. */
export type WritingHint = "link" | "question" | "several" | "reference" | "short";

const link = /\bhttps?:\/\/|\bwww\.\p{L}/iu;
/** The question marks of all scripts, also behind a closing quotation mark; in Greek it is `;`. */
const question = /[?？؟՞፧⁇⁈❓⸮꘏⳺][\s"'”’»）)」』]*$/u;
const greekQuestion = /\p{Script=Greek}[^.]*[;;]\s*$/u;
/** The end of a sentence with another one behind it; "3.5" and "e.g." are none. */
const severalSentences =
  /(\p{L}{4,}|[\p{Nd})"”’])[.!?]+\s+\p{L}|[。！？｡।॥۔؟።](?=\s*[\p{L}\p{N}])/u;
const listed = /[;；؛]\s*\S|(^|\s)[-*•·]\s.*\s[-*•·]\s|(^|\s)1[.)、].*2[.)、]/u;
/** Scripts in which a few characters say much. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * What somebody who writes a statement might look at again. It reads signs rather than words, so that it
 * serves every language; only references to something else need a list a language.
 * @param text as typed
 * @returns empty for a text that seems fine, and for one that has hardly begun
 */
export function findWritingHints(text: string): WritingHint[] {
  const trimmed = text.trim();
  const letters = countCharacters(trimmed);
  if (letters === 0) return [];
  const isGreek = greekQuestion.test(trimmed);
  const found: Record<WritingHint, boolean> = {
    link: link.test(trimmed),
    question: question.test(trimmed) || isGreek,
    several: severalSentences.test(trimmed) || (!isGreek && listed.test(trimmed)),
    reference: startsWithReference(trimmed),
    short: letters < (dense.test(trimmed) ? 5 : 12),
  };
  return order.filter((hint) => found[hint]);
}

const order: WritingHint[] = ["link", "question", "several", "reference", "short"];
