export type CsvCell = string | number | boolean | null;

/** One line of CSV as RFC 4180 has it, ended by LF; null is an empty cell. */
export function formatCsvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(formatCell).join(",")}\n`;
}

function formatCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  // A space at an edge is quoted as well: some readers would cut it off.
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
