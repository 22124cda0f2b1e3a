import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";

/** A cell of a row: null is SQL's null. */
type Cell = string | number | boolean | null;

/**
 * Streams rows into a table with COPY, no faster than the database takes them.
 * @param target table and columns, as SQL
 */
export async function copyRows(
  sql: postgres.TransactionSql,
  target: string,
  batches: AsyncIterable<Cell[][]>,
): Promise<void> {
  const stream = await sql.unsafe(`copy ${target} from stdin`).writable();
  await pipeline(Readable.from(toCopyText(batches), { highWaterMark: 2 }), stream);
}

async function* toCopyText(batches: AsyncIterable<Cell[][]>): AsyncGenerator<string> {
  for await (const rows of batches) {
    yield rows.map((row) => `${row.map(toCopyCell).join("\t")}\n`).join("");
  }
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** COPY's text format: tab, line ends and the backslash are escaped. */
export function toCopyCell(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell !== "string") return String(cell);
  return cell.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
