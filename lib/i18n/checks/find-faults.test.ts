import { expect, test } from "vitest";
import { findFaults } from "./find-faults";

const votes = "{count, plural, one {# vote} other {# votes}}";

test.each([
  ["a text that is left out", "uk", { a: "One" }, {}, ["a is missing"]],
  ["a text of no use", "uk", {}, { a: "Один" }, ["a is unknown"]],
  ["an empty text", "uk", { a: "One" }, { a: " " }, ["a is empty"]],
  ["a name that is left out", "fr", { a: "By {name}" }, { a: "Par" }, ["a has lost {name}"]],
  ["a name of no use", "fr", { a: "By" }, { a: "Par {nom}" }, ["a invents {nom}"]],
  ["a tag that is left out", "fr", { a: "<b>So</b>" }, { a: "Ainsi" }, ["a has lost <b>"]],
  [
    "a name left out in one form",
    "de",
    { a: "{n, plural, one {# in {x}} other {# in {x}}}" },
    { a: "{n, plural, one {# in {x}} other {#}}" },
    ["a has {x} in some forms only"],
  ],
  [
    "forms that the language has and the text not",
    "uk",
    { a: votes },
    { a: "{count, plural, one {# голос} other {# голосу}}" },
    ['a {count} lacks the form "few"', 'a {count} lacks the form "many"'],
  ],
  [
    "a form that the language has not",
    "ja",
    { a: votes },
    { a: "{count, plural, one {#票} other {#票}}" },
    ['a {count} has a form "one" that does not belong there'],
  ],
  [
    "an exact number that is left out",
    "de",
    { a: "{n, plural, =0 {none} one {#} other {#}}" },
    { a: "{n, plural, one {#} other {#}}" },
    ['a {n} lacks the form "=0"'],
  ],
  [
    "a choice that is left out",
    "de",
    { a: "{x, select, yes {Yes} other {No}}" },
    { a: "{x, select, ja {Ja} other {Nein}}" },
    ['a {x} lacks the form "yes"', 'a {x} has a form "ja" that does not belong there'],
  ],
  [
    "a form for 1, 21, 31 … that says once",
    "ru",
    { a: "{n, plural, one {once} other {# times}}" },
    { a: "{n, plural, one {раз} few {# раза} many {# раз} other {# раза}}" },
    ['a {n}: "one" stands for several numbers and shows no #'],
  ],
  ["a brace that is not closed", "de", { a: "x" }, { a: "{n" }, [expect.stringContaining("read")]],
  ["a space at the end", "de", { a: "so" }, { a: "also " }, ["a begins or ends with other space"]],
  ["two spaces", "de", { a: "so so" }, { a: "so  lala" }, ["a has two spaces in a row"]],
  [
    "a mark of direction",
    "ar",
    { a: "One" },
    { a: "واحد\u200f" },
    ["a has an invisible character or one that turns the direction: U+200f"],
  ],
  [
    "a Latin question mark in Arabic",
    "ar",
    { a: "One?" },
    { a: "واحد?" },
    ["a has a sign of a neighbouring language: U+003f"],
  ],
  [
    "the Arabic yeh in Persian",
    "fa",
    { a: "One" },
    { a: "يک" },
    ["a has a sign of a neighbouring language: U+064a"],
  ],
  [
    "Latin letters in a Cyrillic word",
    "ru",
    { a: "One" },
    { a: "Oдин" },
    ['a "Oдин" mixes letters that look alike'],
  ],
  [
    "another script",
    "de",
    { a: "One" },
    { a: "Один" },
    ["a has a letter of another script: U+041e"],
  ],
  ["the English text", "de", { a: "One" }, { a: "One" }, ["1 texts are the English ones: a"]],
])("%s is a fault (%s)", (_, locale, original, translated, faults) => {
  expect(findFaults(entries(original), entries(translated), locale)).toEqual(faults);
});

test.each([
  [
    "words for one and two in Arabic",
    "ar",
    votes,
    "{count, plural, zero {لا أصوات} one {صوت واحد} two {صوتان} few {# أصوات} many {# صوتًا} other {# صوت}}",
  ],
  [
    "a name that moves into every form",
    "de",
    "{x}: {n, plural, one {#} other {#}}",
    "{n, plural, one {# mal {x}} other {# mal {x}}}",
  ],
  ["one form in Japanese", "ja", votes, "{count, plural, other {#票}}"],
  ["the joiner of Persian", "fa", "Go", "می\u200cروم"],
  [
    "once, where one is only 1",
    "de",
    "{n, plural, one {once} other {# times}}",
    "{n, plural, one {einmal} other {#-mal}}",
  ],
])("%s is none (%s)", (_, locale, original, translated) => {
  expect(findFaults(entries({ a: original }), entries({ a: translated }), locale)).toEqual([]);
});

function entries(texts: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(texts));
}
