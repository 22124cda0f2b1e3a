import { Columns } from "./columns";
import { fromPolisVote, readId } from "./read-cell";
import { readCsvRecords } from "./read-csv-records";
import type { RepairLog } from "./repair-log";

/** A row of participants-votes.csv. */
export interface PolisMatrixRow {
  participantId: number;
  /** The host's own name for this person. */
  xid: string | null;
  /** Pol.is's own group; null when not clustered. */
  groupId: number | null;
  votes: { statementId: number; value: -1 | 0 | 1 }[];
  line: number;
}

const COUNTS = ["n-comments", "n-votes", "n-agree", "n-disagree"];
const KNOWN = ["participant", "xid", "group-id", ...COUNTS];

/**
 * The rows of the vote matrix.
 * @param options.withVotes false leaves the cells alone, for when votes.csv has the votes
 */
export async function* readMatrix(
  path: string,
  file: string,
  log: { repairs: RepairLog; notice(message: string): void },
  options: { sign: 1 | -1; withVotes: boolean },
): AsyncGenerator<PolisMatrixRow[]> {
  let reader: RowReader | null = null;
  for await (const records of readCsvRecords(path, file, log.repairs)) {
    const rows: PolisMatrixRow[] = [];
    for (const { fields, line } of records) {
      if (reader) rows.push(reader.read(fields, line));
      else {
        reader = new RowReader(new Columns(file, fields, ["participant"]), log.repairs, options);
        if (reader.unknown.length > 0) {
          log.notice(`${file}: columns left out: ${reader.unknown.join(", ")}`);
        }
      }
    }
    if (rows.length > 0) yield rows;
  }
}

class RowReader {
  readonly unknown: string[] = [];
  readonly #statements: { statementId: number; at: number }[] = [];

  constructor(
    readonly columns: Columns,
    readonly repairs: RepairLog,
    readonly options: { sign: 1 | -1; withVotes: boolean },
  ) {
    for (const name of columns.unknown(KNOWN)) {
      if (!/^\d+$/.test(name)) this.unknown.push(name);
      else {
        const statementId = readId(name, "a statement's column", { file: columns.file, line: 1 });
        this.#statements.push({ statementId, at: columns.indexOf(name) });
      }
    }
  }

  read(fields: string[], line: number): PolisMatrixRow {
    const place = { file: this.columns.file, line };
    this.columns.checkLength(fields, line);
    const cell = (name: string) => fields[this.columns.indexOf(name)] ?? "";
    const votes: PolisMatrixRow["votes"] = [];
    for (const { statementId, at } of this.options.withVotes ? this.#statements : []) {
      const text = fields[at];
      if (text) votes.push({ statementId, value: fromPolisVote(text, this.options.sign, place) });
    }
    const group = cell("group-id");
    const row = {
      participantId: readId(cell("participant"), "participant", place),
      xid: cell("xid") || null,
      groupId: group === "" ? null : readId(group, "group-id", place),
      votes,
      line,
    };
    if (this.options.withVotes) this.#compareCounts(row, fields);
    return row;
  }

  #compareCounts({ participantId, votes, line }: PolisMatrixRow, fields: string[]): void {
    const counted = {
      "n-votes": votes.length,
      "n-agree": votes.filter(({ value }) => value === 1).length,
      "n-disagree": votes.filter(({ value }) => value === -1).length,
    };
    for (const [name, count] of Object.entries(counted)) {
      const said = this.columns.has(name) ? fields[this.columns.indexOf(name)] : "";
      if (said === "" || Number(said) === count) continue;
      const message = `participant ${participantId}: ${name} says ${said}, the row has ${count}`;
      this.repairs.add(name, { file: this.columns.file, line, message });
    }
  }
}
