import bidiFactory from "bidi-js";
import { splitGraphemes } from "@/lib/preview/break-text";
import { type FontFamily, listFamilies } from "./font-files";
import { type OpenFont, openFont } from "./open-fonts";

const bidi = bidiFactory();
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{M}]/u;

/** Neighbouring characters of one font and one direction. */
export interface Run {
  text: string;
  font: OpenFont;
  isRightToLeft: boolean;
}

/**
 * Cuts a line into runs, from left to right as they are seen. Characters that no font has are left
 * out.
 */
export function splitRuns(
  text: string,
  options: { isBold: boolean; language: string; isRightToLeft: boolean },
): Run[] {
  const { isBold, language, isRightToLeft } = options;
  const { levels } = bidi.getEmbeddingLevels(text, isRightToLeft ? "rtl" : "ltr");
  const runs: (Run & { family: FontFamily; level: number })[] = [];
  let index = 0;
  for (const character of splitGraphemes(text)) {
    const level = levels[index]!;
    index += character.length;
    const last = runs.at(-1);
    const family = chooseFamily(character, { isBold, language, before: last?.family });
    if (!family) continue;
    if (last?.family === family && last.level === level) last.text += character;
    else {
      const font = openFont(family, isBold);
      runs.push({ text: character, font, family, level, isRightToLeft: level % 2 === 1 });
    }
  }
  return orderRuns(runs);
}

/** Whether a text is read from right to left: its first letter decides. */
export function isRightToLeft(text: string): boolean {
  return bidi.getEmbeddingLevels(text, "auto").paragraphs[0]?.level === 1;
}

function chooseFamily(
  character: string,
  options: { isBold: boolean; language: string; before: FontFamily | undefined },
): FontFamily | undefined {
  const { isBold, language, before } = options;
  // Signs of all scripts look as those around them.
  const isCommon = /^[\p{Script=Common}\p{Script=Inherited}]+$/u.test(character);
  const families = listFamilies(character, language);
  const order = isCommon && before ? [before, ...families] : families;
  return order.find((family) => hasAll(openFont(family, isBold), character));
}

/** Marks that a font lacks are drawn without; letters are not. */
function hasAll(font: OpenFont, character: string): boolean {
  const letters = [...character].filter((part) => !ignorable.test(part));
  return letters.length > 0 && letters.every((part) => font.has(part.codePointAt(0)!));
}

/** Reverses what reads the other way, the innermost first (Unicode Bidirectional Algorithm, L2). */
function orderRuns<R extends { level: number }>(runs: R[]): R[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while (end < ordered.length && ordered[end]!.level >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end + 1;
    }
  }
  return ordered;
}
