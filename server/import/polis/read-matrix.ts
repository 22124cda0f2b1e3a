import { Columns } from "./columns";
import type { Place } from "./import-error";
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
  votes: RowVotes;
  line: number;
}

/** The votes of a row in columns: as objects those of the widest row take too much memory. */
export interface RowVotes {
  statementIds: Int32Array;
  /** agree +1, pass 0, disagree -1 */
  values: Int8Array;
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
    const group = cell("group-id");
    const row = {
      participantId: readId(cell("participant"), "participant", place),
      xid: cell("xid") || null,
      groupId: group === "" ? null : readId(group, "group-id", place),
      votes: this.#readVotes(fields, place),
      line,
    };
    if (this.options.withVotes) this.#compareCounts(row, fields);
    return row;
  }

  #readVotes(fields: string[], place: Place): RowVotes {
    const cells = this.options.withVotes ? this.#statements : [];
    const statementIds = new Int32Array(cells.length);
    const values = new Int8Array(cells.length);
    let count = 0;
    for (const { statementId, at } of cells) {
      const text = fields[at];
      if (!text) continue;
      statementIds[count] = statementId;
      values[count] = fromPolisVote(text, this.options.sign, place);
      count += 1;
    }
    return { statementIds: statementIds.subarray(0, count), values: values.subarray(0, count) };
  }

  #compareCounts({ participantId, votes, line }: PolisMatrixRow, fields: string[]): void {
    const counted = { "n-votes": votes.values.length, "n-agree": 0, "n-disagree": 0 };
    for (const value of votes.values) {
      if (value === 1) counted["n-agree"] += 1;
      if (value === -1) counted["n-disagree"] += 1;
    }
    for (const [name, count] of Object.entries(counted)) {
      const said = this.columns.has(name) ? fields[this.columns.indexOf(name)] : "";
      if (said === "" || Number(said) === count) continue;
      const message = `participant ${participantId}: ${name} says ${said}, the row has ${count}`;
      this.repairs.add(name, { file: this.columns.file, line, message });
    }
  }
}
