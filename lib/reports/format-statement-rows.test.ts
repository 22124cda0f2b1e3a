import { expect, test } from "vitest";
import { createTally, hiddenTally } from "../results/tally";
import { formatBarRules, formatStatementRows } from "./format-statement-rows";
import { listStatementRows } from "./statement-rows";

const words = { locale: "en", tooFew: "too few" };
const tally = (agrees: number, disagrees: number, votes: number, crowd: number) =>
  createTally({ agrees, disagrees, votes }, crowd);
const plain = (text: string) => ({ text, lang: undefined, original: null });

test("a row has the words, and a cell for everybody and each group", () => {
  const rows = listStatementRows(
    [
      {
        statement: 1007,
        all: tally(30, 10, 50, 100),
        groups: [
          { letter: "A", tally: tally(20, 0, 20, 20) },
          { letter: "B", tally: tally(1, 2, 4, 30) },
        ],
      },
    ],
    ["A", "B"],
    () => plain("More trees."),
  );
  expect(formatStatementRows(rows, words)).toBe(
    '<tr id="statement-1007"><th scope="row"><span>1,007</span><p dir="auto">More trees.</p></th>' +
      '<td><i class="a30 b40 c50"></i><b>60%</b> <b>20%</b> <b>20%</b> <small>50</small></td>' +
      '<td><i class="a100 b100 c100"></i><b>100%</b> <b>0%</b> <b>0%</b> <small>0</small></td>' +
      "<td>too few</td></tr>",
  );
});

test("a statement with an answer leads to it", () => {
  const row = { id: 7, words: { ...plain("More trees."), answer: "Answer: <done>" }, cells: [] };
  expect(formatStatementRows([row], words)).toContain(
    '<p dir="auto">More trees.</p><a href="#answer-7">Answer: &lt;done&gt;</a></th>',
  );
});

test("of a hidden crowd nothing is told, of nobody that there is nobody, of no crowd not even that", () => {
  const [row] = listStatementRows(
    [
      {
        statement: 1,
        all: tally(0, 0, 0, 20),
        groups: [{ letter: "A", tally: hiddenTally }],
      },
    ],
    ["A", "B"],
    () => null,
  );
  expect(row).toEqual({ id: 1, words: null, cells: [[0, 0, 0, 20], "few", null] });
  expect(formatStatementRows([row!], words)).toContain(
    "</th><td>0</td><td>too few</td><td></td></tr>",
  );
});

test("nobody's words can end their cell, become a tag or leave an attribute", () => {
  const hostile = `</p></th><script>alert(1)</script>&lt;"' onload=x`;
  const html = formatStatementRows(
    [
      {
        id: 0,
        words: {
          text: hostile,
          lang: `x" onclick="y`,
          original: { text: hostile, lang: `'><img>` },
        },
        cells: [[0, 0, 0, 0]],
      },
    ],
    { locale: "en", tooFew: hostile },
  );
  const tags = [...html.matchAll(/<\/?([a-z]+)[^<>]*>/g)].map(([, tag]) => tag);
  expect(new Set(tags)).toEqual(new Set(["tr", "th", "span", "p", "small", "td"]));
  expect(html).not.toMatch(/<script|<img|" onclick="/);
});

test("every class of a bar has its rule", () => {
  const rules = formatBarRules();
  for (const rule of [".a0{--a:0%}", ".b37{--b:37%}", ".c100{--c:100%}"]) {
    expect(rules).toContain(rule);
  }
});
