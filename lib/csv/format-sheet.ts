import { type CsvCell, formatCsvRow } from "./format-csv-row";
import { looksLikeFormula } from "./looks-like-formula";

/** Without it a spreadsheet takes Chinese for the signs of whatever its computer writes in. */
const byteOrderMark = "\ufeff";

/**
 * CSV for people who open it in a spreadsheet: UTF-8 that says so, lines ended by CR LF, and a text that
 * might be computed there begins with an apostrophe.
 */
export function formatSheet(rows: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + rows.map(formatRow).join("");
}

function formatRow(cells: readonly CsvCell[]): string {
  return formatCsvRow(cells.map(guard)).replace(/\n$/, "\r\n");
}

function guard(cell: CsvCell): CsvCell {
  return typeof cell === "string" && looksLikeFormula(cell) ? `'${cell}` : cell;
}
