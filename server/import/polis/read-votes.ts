import { Columns } from "./columns";
import { fromPolisVote, readFlag, readId, readTimestampMs } from "./read-cell";
import { readCsvRecords } from "./read-csv-records";
import type { RepairLog } from "./repair-log";

export interface PolisVote {
  participantId: number;
  statementId: number;
  /** agree +1, pass 0, disagree -1 */
  value: -1 | 0 | 1;
  isImportant: boolean;
  atMs: number;
  line: number;
}

const REQUIRED = ["timestamp", "comment-id", "voter-id", "vote"];
const KNOWN = [...REQUIRED, "datetime", "important"];

/**
 * The history of votes.csv in the order of the file, which is not that of time.
 * @param sign -1 when the export declares agree = -1
 */
export async function* readVotes(
  path: string,
  file: string,
  log: { repairs: RepairLog; notice(message: string): void },
  sign: 1 | -1,
): AsyncGenerator<PolisVote[]> {
  let columns: Columns | null = null;
  for await (const records of readCsvRecords(path, file, log.repairs)) {
    const votes: PolisVote[] = [];
    for (const { fields, line } of records) {
      if (!columns) {
        columns = new Columns(file, fields, REQUIRED);
        const unknown = columns.unknown(KNOWN);
        if (unknown.length > 0) log.notice(`${file}: columns left out: ${unknown.join(", ")}`);
      } else votes.push(toVote(fields, line, columns, sign));
    }
    if (votes.length > 0) yield votes;
  }
}

function toVote(fields: string[], line: number, columns: Columns, sign: 1 | -1): PolisVote {
  const place = { file: columns.file, line };
  columns.checkLength(fields, line);
  const cell = (name: string) => fields[columns.indexOf(name)] ?? "";
  return {
    participantId: readId(cell("voter-id"), "voter-id", place),
    statementId: readId(cell("comment-id"), "comment-id", place),
    value: fromPolisVote(cell("vote"), sign, place),
    isImportant: readFlag(cell("important"), "important", place),
    atMs: readTimestampMs(cell("timestamp"), place),
    line,
  };
}
