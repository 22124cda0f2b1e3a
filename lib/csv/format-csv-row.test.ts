import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCsvRow } from "./format-csv-row";

test("only what needs quotes is quoted", () => {
  expect(formatCsvRow([1, -1, null, "", true, "plain text", "車載客"])).toBe(
    "1,-1,,,true,plain text,車載客\n",
  );
  expect(formatCsvRow(['say "hi"', "a,b", "two\nlines", " edge"])).toBe(
    '"say ""hi""","a,b","two\nlines"," edge"\n',
  );
});

test("whatever is written is read back the same", () => {
  const cell = fc.string({ unit: "binary", maxLength: 12 });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, (cells) => {
      const text = cells.map(formatCsvRow).join("");
      expect(parse(text, { relax_column_count: true, record_delimiter: "\n" })).toEqual(cells);
    }),
  );
});
