import { randomInt } from "node:crypto";
import { latinSlug } from "@/lib/format/latin-slug";

const consonants = "bdfgklmnprstvz";
const vowels = "aeiou";

/** What the address of a conversation could be: after its title, otherwise speakable and random. */
export function* proposeSlugs(title: string): Generator<string, never> {
  const fromTitle = latinSlug(title);
  if (fromTitle) {
    yield fromTitle;
    while (true) yield `${fromTitle}-${randomWord(2)}`;
  }
  while (true) yield `${randomWord(2)}-${randomWord(2)}`;
}

function randomWord(syllables: number): string {
  return Array.from({ length: syllables }, () => pick(consonants) + pick(vowels)).join("");
}

function pick(letters: string): string {
  return letters.charAt(randomInt(letters.length));
}
