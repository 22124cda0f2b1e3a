import { expect, test } from "vitest";
import type { Frame } from "../../schemas/analysis";
import { findRows } from "../votes/find-rows";
import { assignLetters } from "./group-letters";
import { type PreviousAnalysis, toPreviousAnalysis } from "./previous-analysis";

/** Participants 0, 1, 2, … in groups, told by a digit each; `.` is in none. */
const rows = (text: string) => ({
  participants: Int32Array.from(text, (_, id) => id),
  groupIds: Int32Array.from(text, (digit) => (digit === "." ? -1 : Number(digit))),
  points: new Float64Array(2 * text.length),
});
const frame = (letters: string): Frame => ({
  matrix: [
    [1, 0],
    [0, 1],
  ],
  letters: Object.fromEntries([...letters].entries()),
  k: letters.length,
  smoother: { lastK: letters.length, lastKCount: 1 },
});
const before = (text: string, letters: string): PreviousAnalysis => ({
  frame: frame(letters),
  ...rows(text),
});
const assign = (text: string, previous?: PreviousAnalysis) => {
  const { participants, groupIds } = rows(text);
  const count = new Set(groupIds.filter((id) => id !== -1)).size;
  const rowsBefore = findRows(participants, previous?.participants ?? new Int32Array(0));
  const present = { participants, rowsBefore, groupOfRow: groupIds };
  return assignLetters(count, present, previous).join("");
};

test("the first letters follow the ids", () => {
  expect(assign("0011223")).toBe("ABCD");
  expect(assign("")).toBe("");
  const many = Int32Array.from({ length: 29 }, (_, id) => id);
  const present = { participants: many, rowsBefore: new Int32Array(0), groupOfRow: many };
  expect(assignLetters(29, present, undefined).slice(25)).toEqual(["Z", "AA", "AB", "AC"]);
});

test("letters stay with the people when the groups change their ids", () => {
  expect(assign("1111100000222", before("0000011111222", "ABC"))).toBe("BAC");
  expect(assign("1111000000222", before("0000011111222", "ABC"))).toBe("BAC");
});

test("a group that splits leaves its letter with the larger part", () => {
  expect(assign("000111122", before("000000011", "AB"))).toBe("CAB");
});

test("groups that merge keep the larger one's letter", () => {
  expect(assign("0000000111", before("0000222111", "ABC"))).toBe("AB");
});

test("a letter is not given to others while those who had it are together elsewhere", () => {
  // B's people have joined A; a new group of people who were in C and in none is not B.
  expect(assign("00000002222111", before("00001112222...", "ABC"))).toBe("ADC");
  // One of B's people alone is not B when all the others are together in A's place.
  expect(assign("0000000001", before("0000011111", "AB"))).toBe("AC");
});

test("a letter is free again when those who had it are scattered", () => {
  // D's two people are in A and B now, and a new group has formed.
  const previous = before("00011122233..", "ABCD");
  expect(assign("0001112220133", previous)).toBe("ABCD");
  expect(assign("0001112220033", previous)).toBe("ABCE");
});

test("a letter that was out of use returns to its people, and to nobody else", () => {
  const analysis = (text: string, letters: string) => ({
    frame: frame(letters),
    rows: rows(text),
  });
  const three = toPreviousAnalysis(analysis("0000111222", "ABC"));
  const two = toPreviousAnalysis(analysis("0000111000", "AB"), three);
  expect(two.retired?.get("C")).toEqual(Int32Array.of(7, 8, 9));
  const later = toPreviousAnalysis(analysis("0000111000", "AB"), two);
  expect(assign("0000111222", later)).toBe("ABC");
  expect(assign("0022111000", later)).toBe("ABD");
  const back = toPreviousAnalysis(analysis("0000111222", "ABC"), later);
  expect([...(back.retired ?? [])]).toEqual([]);
});
