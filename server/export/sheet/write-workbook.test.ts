import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type Cell, columnName } from "./cells";
import { type Sheet, writeWorkbook } from "./write-workbook";

const at = new Date("2026-05-01T12:00:00Z");

async function write(rows: Cell[][], change: Partial<Sheet> = {}) {
  const sheet: Sheet = {
    name: "Table",
    widths: [9, 40],
    hasHeadings: true,
    isRightToLeft: false,
    rows,
    ...change,
  };
  const chunks = [];
  for await (const chunk of writeWorkbook([sheet], at)) chunks.push(chunk);
  return unzipSync(Buffer.concat(chunks));
}

async function writeSheet(rows: Cell[][], change: Partial<Sheet> = {}): Promise<string> {
  return strFromU8((await write(rows, change))["xl/worksheets/sheet1.xml"]!);
}

const formulas = ["=1+1", "+1", "-2", "@SUM(A1)", " =HYPERLINK(1)", "\t=1", "＝1", "\u200b=1"];

test("a text is never a formula, and stays a text when somebody edits it", async () => {
  const sheet = await writeSheet([...formulas, "harmless"].map((text) => [text]));
  expect(sheet).not.toContain("<f");
  const styles = [...sheet.matchAll(/<c r="A(\d+)" s="(\d)" t="inlineStr">/g)].map((m) => m[2]);
  expect(styles).toEqual([...formulas.map(() => "3"), "2"]);
  const { "xl/styles.xml": styleSheet } = await write([]);
  const formats = strFromU8(styleSheet!)
    .match(/<cellXfs.*<\/cellXfs>/)?.[0]
    .match(/<xf [^>]+>/g);
  expect(formats?.map((format) => format.includes('quotePrefix="1"'))).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
  ]);
});

/** XML 1.0, production 2. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return "\t\n\r".includes(character);
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}

test("every text is well-formed XML that reads back as what can be said in it", async () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom("<", "&", '"', "]]>", "\u0000", "\ud800", "\ufffe", "👪"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const sheet = await writeSheet([[written]]);
      const read = /<t xml:space="preserve">([^<]*)<\/t>/.exec(sheet)?.[1] ?? "";
      expect(read.replaceAll(/&(amp|lt|gt|quot);/g, "")).not.toMatch(/[&"]/);
      expect([...sheet].filter((character) => !isXmlCharacter(character))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("numbers and shares are numbers, empty cells are not there", async () => {
  const sheet = await writeSheet([
    [{ heading: "a" }, { heading: "b" }],
    [null, 7, { share: 0.25 }],
  ]);
  expect(sheet).toContain(
    '<row r="2"><c r="B2" s="4"><v>7</v></c><c r="C2" s="5"><v>0.25</v></c></row>',
  );
  expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
});

test("a table of thousands of rows is whole", async () => {
  const rows = Array.from({ length: 2_001 }, (_, index) => [index, `Statement ${index}`]);
  const sheet = await writeSheet(rows, { isRightToLeft: true });
  expect(sheet.match(/<row /g)).toHaveLength(2_001);
  expect(sheet).toContain('rightToLeft="1"');
});

test("columns are counted as spreadsheets do", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual([
    "A",
    "Z",
    "AA",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
  ]);
});
