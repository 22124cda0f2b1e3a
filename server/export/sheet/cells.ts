import { looksLikeFormula } from "@/lib/csv/looks-like-formula";
import { escapeXml } from "@/lib/format/escape-xml";

/** What a cell holds: a text is never read as a formula, a share is shown as a percentage. */
export type Cell = string | number | { share: number } | { heading: string } | null;

/** Most characters that a cell can hold. */
const longestText = 32_767;

/** Indexes into cellXfs of styles.xml. */
const styles = { heading: 1, text: 2, guardedText: 3, count: 4, share: 5 };

/**
 * One row of a sheet as XML. Texts are typed as such, so that no program computes them when the file
 * is opened; those that look like formulas carry the mark that keeps them text when somebody edits
 * the cell.
 * @param row from 1
 */
export function formatRow(cells: readonly Cell[], row: number): string {
  const drawn = cells.map((cell, column) => formatCell(cell, `${columnName(column)}${row}`));
  return `<row r="${row}">${drawn.join("")}</row>`;
}

function formatCell(cell: Cell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") {
    return formatText(cell, at, looksLikeFormula(cell) ? styles.guardedText : styles.text);
  }
  if (typeof cell === "number") return `<c r="${at}" s="${styles.count}"><v>${cell}</v></c>`;
  if ("heading" in cell) return formatText(cell.heading, at, styles.heading);
  return `<c r="${at}" s="${styles.share}"><v>${cell.share}</v></c>`;
}

function formatText(text: string, at: string, style: number): string {
  const content = escapeXml(text.slice(0, longestText));
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
}

/** A, B … Z, AA … */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
