import { checkBranches } from "./branches";
import { checkCharacters } from "./characters";
import { checkPlaceholders } from "./placeholders";
import { listParts, type Part, readMessage } from "./read-message";

/** Names and a few short words may be the same as in English; a file that is not translated may not. */
const LARGEST_SAME_SHARE = 0.1;

/**
 * Everything that is wrong with the texts of a language, a line each, beginning with the key.
 * @param original the English texts by key
 * @param translated the texts of the language by key
 * @param locale its tag, which names the plural forms and the script
 */
export function findFaults(
  original: ReadonlyMap<string, string>,
  translated: ReadonlyMap<string, string>,
  locale: string,
): string[] {
  return [
    ...[...original.keys()].filter((key) => !translated.has(key)).map((key) => `${key} is missing`),
    ...[...translated.keys()].filter((key) => !original.has(key)).map((key) => `${key} is unknown`),
    ...[...translated].flatMap(([key, text]) =>
      checkMessage(original.get(key) ?? text, text, locale).map((fault) => `${key} ${fault}`),
    ),
    ...checkSameness(original, translated, locale),
  ];
}

function checkMessage(original: string, text: string, locale: string): string[] {
  if (text.trim() === "") return ["is empty"];
  let parts: Part[];
  try {
    parts = readMessage(text);
  } catch (error) {
    return [`cannot be read: ${error}`];
  }
  const model = readMessage(original);
  return [
    ...checkPlaceholders(model, parts, locale),
    ...checkBranches(model, parts, locale),
    ...checkCharacters(wordsOf(parts), locale),
    ...checkSpaces(original, text),
  ];
}

function checkSpaces(original: string, text: string): string[] {
  const ends = (message: string) => [/^\s*/u.exec(message)?.[0], /\s*$/u.exec(message)?.[0]];
  return [
    ...(ends(original).join("|") === ends(text).join("|")
      ? []
      : ["begins or ends with other space"]),
    ...(/\s\s/u.test(text) ? ["has two spaces in a row"] : []),
  ];
}

function checkSameness(
  original: ReadonlyMap<string, string>,
  translated: ReadonlyMap<string, string>,
  locale: string,
): string[] {
  if (locale === "en") return [];
  const same = [...translated].filter(([key, text]) => original.get(key) === text);
  if (same.length <= LARGEST_SAME_SHARE * original.size) return [];
  return [`${same.length} texts are the English ones: ${same.map(([key]) => key).join(", ")}`];
}

function wordsOf(parts: Part[]): string {
  return listParts(parts)
    .flatMap((part) => (part.kind === "text" ? part.text : []))
    .join(" ");
}
