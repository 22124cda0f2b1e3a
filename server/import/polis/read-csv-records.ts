import { CsvError, type Info, type Parser, parse } from "csv-parse";
import { CsvStructureError, ImportError } from "./import-error";
import { LineCounter } from "./line-counter";
import { readTextChunks } from "./read-text-chunks";
import type { RepairLog } from "./repair-log";

/** A record takes no more than this: a row of 100,000 statements has 0.4 MB. */
export const MAX_RECORD_BYTES = 1_000_000;

export interface CsvRecord {
  fields: string[];
  /** Line of the file on which the record begins, from 1. */
  line: number;
}

/**
 * Reads a CSV file as RFC 4180 has it, with LF or CRLF, in constant memory.
 * Records may differ in length: what that means is for the caller to say.
 * @returns the records of one chunk of the file at a time
 * @throws ImportError when it is not a readable text file; CsvStructureError on broken quotes
 */
export async function* readCsvRecords(
  path: string,
  file: string,
  repairs: RepairLog,
): AsyncGenerator<CsvRecord[]> {
  const lines = new LineCounter(file, repairs);
  let batch: CsvRecord[] = [];
  const parser = parse({
    bom: true,
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (fields: string[], info: Info) => {
      batch.push({ fields, line: lines.startOfRecordEndingAt(info.bytes, fields) });
      return null;
    },
  });
  // Errors arrive through the callbacks below as well.
  parser.on("error", () => {});
  for await (const chunk of readTextChunks(path, file)) {
    lines.add(chunk);
    await feed(parser, chunk, lines);
    if (batch.length > 0) yield batch;
    batch = [];
    if (lines.bytesSinceRecord > MAX_RECORD_BYTES) throw tooLong(file, lines.nextLine);
  }
  await feed(parser, null, lines);
  if (batch.length > 0) yield batch;
}

export function tooLong(file: string, line: number): ImportError {
  return new ImportError({ file, line }, `the row is longer than ${MAX_RECORD_BYTES} bytes`);
}

/** Gives the parser a chunk (null: the end) and waits until it has read it. */
async function feed(parser: Parser, chunk: Buffer | null, lines: LineCounter): Promise<void> {
  const failure = await new Promise<Error | null | undefined>((resolve) => {
    if (chunk) parser.write(chunk, resolve);
    else parser.resume().end(resolve);
  });
  if (!failure) return;
  if (!(failure instanceof CsvError)) throw failure;
  const problem =
    failure.code === "CSV_QUOTE_NOT_CLOSED"
      ? "the file ends inside a quoted text"
      : "a quote stands inside a text without being doubled";
  const place = { file: lines.file, line: lines.nextLine };
  throw new CsvStructureError(place, problem, { cause: failure });
}
