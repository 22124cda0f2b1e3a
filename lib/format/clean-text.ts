/** Control characters, line breaks and tabs included, and the like that PostgreSQL, XML or a font cannot take. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]+/gu;
const CONTROL_BUT_LINES = /[^\P{Cc}\n\t]+|[\p{Cs}\p{Noncharacter_Code_Point}]+/gu;
/** They turn the reading direction of what follows, so that a text reads as another than it is. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]+/gu;
/** What shows nothing, the blank of Braille included; some of it has its place between letters. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s\u2800]+/gu;

/** No script puts so many marks on a letter; a tower of them covers what stands around the text. */
const TOWER = /(\p{M}{8})\p{M}+/gu;

/** A text of one line as it is stored: composed characters, single spaces; "" when nothing would show. */
export function cleanLine(text: string): string {
  return orNothing(text.replace(CONTROL, " ").replace(DIRECTION, "").replace(/\s+/gu, " "));
}

/** A text of several lines as it is stored. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/gu, "\n");
  return orNothing(lines.replace(CONTROL_BUT_LINES, " ").replace(DIRECTION, ""));
}

function orNothing(text: string): string {
  return text.replace(INVISIBLE, "") === ""
    ? ""
    : text.normalize("NFC").replace(TOWER, "$1").trim();
}

/** Length as a person counts it, so that an emoji outside the basic plane is one. */
export function countCharacters(text: string): number {
  return [...text].length;
}
