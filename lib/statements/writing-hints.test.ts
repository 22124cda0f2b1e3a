import { expect, test } from "vitest";
import { findWritingHints } from "./writing-hints";

test.each([
  "Buses should run every 30 min. until midnight",
  "The toll of 3.5 euros is too high",
  "A 30 km/h limit (e.g. near schools) saves lives",
  "This town needs a second bridge over the river",
  "夜間公車班次應該增加。",
  "Η πόλη χρειάζεται περισσότερα δέντρα.",
  "يجب أن تعمل الحافلات ليلاً.",
  "रात में बसें चलनी चाहिए।",
  "밤에도 버스가 다녀야 합니다.",
])("%s: nothing to say", (text) => {
  expect(findWritingHints(text)).toEqual([]);
});

test.each([
  ["Should buses run at night?", "question"],
  ["公車晚上應該要開嗎？", "question"],
  ["هل يجب أن تعمل الحافلات ليلاً؟", "question"],
  ["Πρέπει να υπάρχουν λεωφορεία τη νύχτα;", "question"],
  ["He asked: “Why not a tram?”", "question"],
  ["Buses should run at night. Trams should be free.", "several"],
  ["公車應該增加。停車費應該調高。", "several"],
  ["रात में बसें चलें। किराया कम हो।", "several"],
  ["More trees; fewer cars; wider pavements", "several"],
  ["1. more buses 2. more trams", "several"],
  ["See https://example.org for the plan of the city", "link"],
  ["I agree with the statement on buses", "reference"],
  ["樓上說得對，公車太少了", "reference"],
  ["Ich stimme zu, es fehlen Busse", "reference"],
  ["More buses", "short"],
  ["多種樹", "short"],
])("%s: %s", (text, hint) => {
  expect(findWritingHints(text)).toContain(hint);
});

test("an empty box has nothing to say", () => {
  expect(findWritingHints("  \n")).toEqual([]);
});
