/** Control characters, line breaks and tabs included, and the like that PostgreSQL or a page cannot take. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu;

/** A statement as it is stored: one line, composed characters, single spaces. */
export function cleanStatementText(text: string): string {
  return text.replace(CONTROL, " ").normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** Length as a person counts it, so that an emoji outside the basic plane is one. */
export function countCharacters(text: string): number {
  return [...text].length;
}
