import { Columns } from "./columns";
import { CsvStructureError, ImportError, type Place } from "./import-error";
import { quote, readFlag, readId, readTimestampMs } from "./read-cell";
import { type CsvRecord, readCsvRecords } from "./read-csv-records";
import { repairCommentRows } from "./repair-comment-rows";
import { RepairLog } from "./repair-log";

export interface PolisStatement {
  id: number;
  text: string;
  /** Null when the export names none. */
  authorId: number | null;
  moderation: "pending" | "accepted" | "rejected";
  isMetadata: boolean;
  isSeed: boolean;
  atMs: number;
  line: number;
}

const REQUIRED = ["timestamp", "comment-id", "author-id", "moderated", "comment-body"];
const IGNORED = ["datetime", "agrees", "disagrees", "importance", "group-informed-consensus"];
const KNOWN = [...REQUIRED, ...IGNORED, "is-meta", "is-seed"];

/**
 * The statements of comments.csv, of any generation.
 * @throws ImportError on anything that cannot be repaired
 */
export async function* readComments(
  path: string,
  file: string,
  log: { repairs: RepairLog; notice(message: string): void },
): AsyncGenerator<PolisStatement[]> {
  const isBroken = await hasBrokenRows(path, file);
  const read = isBroken ? repairCommentRows : readCsvRecords;
  let columns: Columns | null = null;
  for await (const records of read(path, file, log.repairs)) {
    const statements: PolisStatement[] = [];
    for (const record of records) {
      if (columns) statements.push(toStatement(record, columns, log.repairs));
      else {
        columns = new Columns(file, record.fields, REQUIRED);
        const unknown = columns.unknown(KNOWN);
        if (unknown.length > 0) log.notice(`${file}: columns left out: ${unknown.join(", ")}`);
      }
    }
    if (statements.length > 0) yield statements;
  }
}

/** Reads the whole file once, so that a sound one is never guessed at. */
async function hasBrokenRows(path: string, file: string): Promise<boolean> {
  let columnCount: number | null = null;
  try {
    for await (const records of readCsvRecords(path, file, new RepairLog())) {
      for (const { fields } of records) {
        columnCount ??= new Columns(file, fields, REQUIRED).count;
        if (fields.length !== columnCount) return true;
      }
    }
    return false;
  } catch (error) {
    if (error instanceof CsvStructureError) return true;
    throw error;
  }
}

function toStatement(
  { fields, line }: CsvRecord,
  columns: Columns,
  repairs: RepairLog,
): PolisStatement {
  const place = { file: columns.file, line };
  columns.checkLength(fields, line);
  const cell = (name: string) => fields[columns.indexOf(name)] ?? "";
  const author = cell("author-id");
  const id = readId(cell("comment-id"), "comment-id", place);
  return {
    id,
    text: readBody(cell("comment-body"), id, place, repairs),
    authorId: author === "" ? null : readId(author, "author-id", place),
    moderation: readModeration(cell("moderated"), place),
    isMetadata: readFlag(cell("is-meta"), "is-meta", place),
    isSeed: readFlag(cell("is-seed"), "is-seed", place),
    atMs: readTimestampMs(cell("timestamp"), place),
    line,
  };
}

function readBody(
  body: string,
  id: number,
  place: Place & { line: number },
  repairs: RepairLog,
): string {
  if (body.includes("\r")) {
    const message = `statement ${id} holds carriage returns; they became line feeds`;
    repairs.add("carriage-return", { ...place, message });
  }
  if (body.trim() !== "") return body.replaceAll(/\r\n?/g, "\n");
  repairs.add("no-text", { ...place, message: `statement ${id} has no text` });
  return missingText(id);
}

/** Stands for a statement whose text the export does not have. */
export function missingText(id: number): string {
  return `[${id}: no text in the export]`;
}

function readModeration(text: string, place: Place): PolisStatement["moderation"] {
  if (text === "1") return "accepted";
  if (text === "0" || text === "") return "pending";
  if (text === "-1") return "rejected";
  throw new ImportError(place, `moderated must be -1, 0 or 1, not ${quote(text)}`);
}
