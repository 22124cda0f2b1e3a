import { parse } from "csv-parse/sync";
import { ImportError } from "./import-error";
import type { CsvRecord } from "./read-csv-records";
import { MAX_RECORD_BYTES, tooLong } from "./read-csv-records";
import { readLines, type TextLine } from "./read-lines";
import type { RepairLog } from "./repair-log";

/** Physical lines that make one row. */
interface Row {
  text: string;
  line: number;
  lineCount: number;
  isLast: boolean;
}

/**
 * Reads a comments.csv whose quotes are broken. Everything but the text of a statement has a known
 * shape, so a line that begins like a row begins one, and any other line goes on with the last text.
 * @throws ImportError on a row that is cut off
 */
export async function* repairCommentRows(
  path: string,
  file: string,
  repairs: RepairLog,
): AsyncGenerator<CsvRecord[]> {
  let shape: RowShape | null = null;
  let open: Row | null = null;
  for await (const lines of readLines(path, file)) {
    const records: CsvRecord[] = [];
    for (const line of lines) {
      if (!shape) {
        shape = new RowShape(file, line.text, repairs);
        records.push({ fields: shape.header, line: line.line });
      } else if (shape.begins(line)) {
        if (open) records.push(shape.read(open));
        open = { text: line.text, line: line.line, lineCount: 1, isLast: false };
      } else if (open) {
        open.text += `\n${line.text}`;
        open.lineCount += 1;
        if (open.text.length > MAX_RECORD_BYTES) throw tooLong(file, open.line);
      } else if (line.text.trim() !== "") {
        throw new ImportError({ file, line: line.line }, "this is no row of the table");
      }
    }
    yield records;
  }
  if (shape && open) yield [shape.read({ ...open, text: open.text.trimEnd(), isLast: true })];
}

const BODY = "comment-body";

/** What a row looks like, from the header: the columns before the text, the text, those after it. */
class RowShape {
  readonly header: string[];
  readonly #bodyAt: number;
  readonly #start: RegExp;
  readonly #whole: RegExp;

  constructor(
    readonly file: string,
    headerLine: string,
    readonly repairs: RepairLog,
  ) {
    this.header = headerLine.split(",").map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
    this.#bodyAt = this.header.indexOf(BODY);
    const before = this.header.slice(0, Math.max(this.#bodyAt, 0)).map(cellPattern);
    const after = this.header.slice(this.#bodyAt + 1).map((name) => `,${cellPattern(name)}`);
    this.#start = new RegExp(`^${before.map((cell) => `${cell},`).join("")}`);
    this.#whole = new RegExp(`${this.#start.source}([^]*)${after.join("")}$`);
    if (before.length === 0) {
      throw new ImportError(
        { file, line: 1 },
        `the quotes are broken and ${BODY} is not the last column`,
      );
    }
  }

  begins({ text, line, isEnded }: TextLine): boolean {
    if (this.#start.test(text)) return true;
    const isCutOff = /^"?\d{9,15}"?(,|$)/.test(text) || (!isEnded && /^"?\d{1,15}$/.test(text));
    if (isCutOff && this.header[0] === "timestamp") {
      throw new ImportError({ file: this.file, line }, "the row is truncated");
    }
    return false;
  }

  read(row: Row): CsvRecord {
    const strict = parseStrictly(row.text, this.header.length);
    if (strict) return { fields: strict, line: row.line };
    const cells = this.#whole.exec(row.text)?.slice(1);
    if (!cells) throw new ImportError({ file: this.file, line: row.line }, "the row is truncated");
    const fields = cells.map((cell, at) =>
      at === this.#bodyAt ? this.#repairBody(cell, row) : cell.replace(/^"(.*)"$/, "$1"),
    );
    return { fields, line: row.line };
  }

  #repairBody(body: string, row: Row): string {
    const quotes = body.split('"').length - 1;
    if (body.startsWith('"') && quotes % 2 === 1 && row.isLast && !body.endsWith('"')) {
      const problem = "the row is truncated: the file ends inside a quoted statement";
      throw new ImportError({ file: this.file, line: row.line }, problem);
    }
    const { message, text } = mendQuotes(body, quotes);
    const spans = row.lineCount > 1 ? ` and spans ${row.lineCount} lines` : "";
    this.repairs.add("quotes", {
      file: this.file,
      line: row.line,
      message: `the statement ${message}${spans}; its text was put together again`,
    });
    return text;
  }
}

function mendQuotes(body: string, quotes: number): { message: string; text: string } {
  const undouble = (text: string) => text.replaceAll('""', '"');
  if (body.length > 1 && body.startsWith('"') && body.endsWith('"')) {
    return { message: "has quotes that are not doubled", text: undouble(body.slice(1, -1)) };
  }
  if (body.startsWith('"') && quotes % 2 === 1) {
    return { message: "has no closing quote", text: undouble(body.slice(1)) };
  }
  return { message: "is not quoted", text: body };
}

/** Each cell is captured; only these may hold what a statement rarely begins a line with. */
function cellPattern(name: string): string {
  if (name === "timestamp") return '("?\\d{9,15}"?)';
  if (name === "comment-id") return '("?\\d+"?)';
  if (name === "datetime") return '("[^"]*"|[^,"]*)';
  return '("?[\\w.+-]*"?)';
}

function parseStrictly(text: string, columns: number): string[] | null {
  try {
    const records = parse(text, { record_delimiter: ["\r\n", "\n"], relax_column_count: true });
    const [fields] = records;
    return records.length === 1 && fields?.length === columns ? fields : null;
  } catch {
    return null; // That the quotes are broken is why this is called.
  }
}
