import { expect, test } from "vitest";
import { breakText } from "./break-text";
import { balanceLines, wrapLines } from "./wrap-lines";

/** Every character is 1 wide. */
const room = (widthPx: number, mostLines = 99) => ({
  widthPx,
  mostLines,
  measure: (text: string) => [...text].length,
});

test("words stay whole, and no line begins or ends with a space", () => {
  expect(wrapLines("what should become of it", room(11))).toEqual({
    lines: ["what should", "become of", "it"],
    isWhole: true,
  });
});

test("Chinese breaks between any two characters, but never before its punctuation", () => {
  expect(wrapLines("廣場應該多種樹，少停車。", room(7)).lines).toEqual([
    "廣場應該多種",
    "樹，少停車。",
  ]);
  expect(breakText("「夜市」ok")).toEqual(["「夜", "市」", "ok"]);
});

test("a word wider than a line is broken, an emoji of several code points is not", () => {
  const family = "👨‍👩‍👧";
  const { lines } = wrapLines(`${family}${family}${family}`, room(12));
  expect(lines).toEqual([family + family, family]);
  expect(wrapLines("abcdefgh", room(3)).lines).toEqual(["abc", "def", "gh"]);
});

test("what does not fit ends in an ellipsis that does", () => {
  const { lines, isWhole } = wrapLines("one two three four", room(7, 2));
  expect({ lines, isWhole }).toEqual({ lines: ["one two", "three…"], isWhole: false });
});

test("an empty text has no lines", () => {
  expect(wrapLines(" ", room(5))).toEqual({ lines: [], isWhole: true });
});

test("lines of a title that fits are about as long as each other", () => {
  expect(wrapLines("廣場應該多種樹", room(6)).lines).toEqual(["廣場應該多種", "樹"]);
  expect(balanceLines("廣場應該多種樹", room(6))).toEqual(["廣場應該", "多種樹"]);
  expect(balanceLines("", room(6))).toEqual([]);
});
