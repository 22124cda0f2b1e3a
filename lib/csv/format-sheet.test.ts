import { expect, test } from "vitest";
import { formatSheet } from "./format-sheet";

const bare = (text: string) => text.slice(1);

test("lines end as RFC 4180 has it, and line breaks within a cell stay as they are", () => {
  const rows = [
    [1, "a\nb", null],
    ["next", true, ""],
  ];
  expect(formatSheet(rows)).toBe('\ufeff1,"a\nb",\r\nnext,true,\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "－1", "\u200e=1"])(
  "%j is not computed",
  (text) => {
    expect(bare(formatSheet([[text]]))).toMatch(/^"?'/);
  },
);

test.each(["a=1", "1-2", "市中心", "'quoted'"])("%j stays as it is", (text) => {
  expect(bare(formatSheet([[text]]))).toBe(`${text}\r\n`);
});

test("numbers below zero are numbers", () => {
  expect(bare(formatSheet([[-1]]))).toBe("-1\r\n");
});
