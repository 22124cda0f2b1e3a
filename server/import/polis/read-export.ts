import { basename, resolve } from "node:path";
import { readPolisId } from "@/lib/embed/polis-id";
import { ExportChecks } from "./export-checks";
import { type ExportFile, type ExportFiles, findFiles } from "./find-files";
import { type PolisStatement, readComments } from "./read-comments";
import { type PolisMatrixRow, readMatrix } from "./read-matrix";
import { type PolisSummary, readSummary } from "./read-summary";
import { type PolisVote, readVotes } from "./read-votes";
import { type Repair, RepairLog } from "./repair-log";
import { readVoteSign } from "./vote-convention";

// A row of the matrix may be 1 MB; its votes on their way to the database take 100 times as much.
const MOST_VOTES_AT_ONCE = 5_000;

export interface PolisParticipant {
  id: number;
  xid: string | null;
  /** Pol.is's own group; null when not clustered. */
  groupId: number | null;
}

/**
 * A Pol.is export of any generation, read in constant memory. Take statements, then participants,
 * then votes, each to its end: what is said about the later ones follows from the earlier.
 */
export interface PolisExport {
  topic: string;
  description: string;
  /** The id that it had there, as its address says; null where it says none. */
  polisId: string | null;
  /** Where the votes come from; only votes.csv knows when they were cast. */
  votesFile: string;
  hasHistory: boolean;
  /** Each statement once, in the order of the file. */
  readStatements(): AsyncGenerator<PolisStatement[]>;
  /** Each row of the matrix once; authors and voters without a row are not among them. */
  readParticipants(): AsyncGenerator<PolisParticipant[]>;
  /** In the order of the file; a later vote on the same statement replaces an earlier one. */
  readVotes(): AsyncGenerator<PolisVote[]>;
  /** What was mended; complete once everything is read. */
  finish(): Repair[];
}

/**
 * Opens an export folder.
 * @throws ImportError naming file, line and reason, here or while reading on
 */
export async function readPolisExport(
  dir: string,
  notice: (message: string) => void = () => {},
): Promise<PolisExport> {
  const files = await findFiles(dir);
  const log = { repairs: new RepairLog(), notice };
  const summary = await readSummaryOrNothing(files, log);
  const sign = await readVoteSign(files.format?.path ?? null, {
    file: "summary.csv",
    values: summary,
  });
  const name = basename(resolve(dir));
  return new Reading({ files, log, summary, sign, name });
}

interface Source {
  files: ExportFiles;
  log: { repairs: RepairLog; notice(message: string): void };
  summary: PolisSummary;
  sign: 1 | -1;
  name: string;
}

async function readSummaryOrNothing(files: ExportFiles, log: Source["log"]): Promise<PolisSummary> {
  if (files.summary) return readSummary(files.summary.path, files.summary.name, log);
  const message = "the file is missing; the folder's name serves as topic";
  log.repairs.add("missing", { file: "summary.csv", line: 1, message });
  return new Map();
}

class Reading implements PolisExport {
  readonly #checks: ExportChecks;
  #newestStatementMs = 0;

  constructor(readonly source: Source) {
    const { files, log, summary } = source;
    this.#checks = new ExportChecks(log.repairs, summary, {
      comments: files.comments.name,
      votes: this.votesFile,
      matrix: files.matrix?.name ?? null,
    });
  }

  get topic(): string {
    return this.source.summary.get("topic")?.value.trim() || this.source.name;
  }

  get description(): string {
    return this.source.summary.get("conversation-description")?.value ?? "";
  }

  get polisId(): string | null {
    return readPolisId(this.source.summary.get("url")?.value ?? "");
  }

  get hasHistory(): boolean {
    return this.source.files.votes !== null;
  }

  get votesFile(): string {
    const { votes, matrix } = this.source.files;
    return (votes ?? matrix)?.name ?? "";
  }

  async *readStatements(): AsyncGenerator<PolisStatement[]> {
    const { files, log } = this.source;
    for await (const read of readComments(files.comments.path, files.comments.name, log)) {
      const statements = read.filter((statement) => this.#checks.addStatement(statement));
      for (const { atMs } of statements) {
        this.#newestStatementMs = Math.max(this.#newestStatementMs, atMs);
      }
      if (statements.length > 0) yield statements;
    }
  }

  async *readParticipants(): AsyncGenerator<PolisParticipant[]> {
    const { matrix } = this.source.files;
    if (!matrix) {
      this.source.log.notice("participant-votes.csv is missing: no published groups");
      return;
    }
    for await (const rows of this.#readRows(matrix, false)) {
      yield rows
        .filter((row) => this.#checks.addParticipant(row))
        .map(({ participantId, xid, groupId }) => ({ id: participantId, xid, groupId }));
    }
  }

  async *readVotes(): AsyncGenerator<PolisVote[]> {
    const { files, log, sign } = this.source;
    const batches = files.votes
      ? readVotes(files.votes.path, files.votes.name, log, sign)
      : this.#readMatrixVotes(files.matrix!);
    for await (const votes of batches) {
      for (const vote of votes) this.#checks.addVote(vote);
      yield votes;
    }
  }

  finish(): Repair[] {
    this.#checks.finish();
    return this.source.log.repairs.list();
  }

  /** The matrix does not say when a vote was cast: all get the time of the newest statement. */
  async *#readMatrixVotes(matrix: ExportFile): AsyncGenerator<PolisVote[]> {
    this.source.log.notice(`votes.csv is missing: ${matrix.name} is read, without times`);
    const atMs = this.#newestStatementMs;
    for await (const rows of this.#readRows(matrix, true)) {
      for (const row of rows) yield* takeApart(row, atMs);
    }
  }

  #readRows(matrix: ExportFile, withVotes: boolean): AsyncGenerator<PolisMatrixRow[]> {
    const { log, sign } = this.source;
    // Its header and line ends were reported when the participants were read.
    const repeated = { repairs: log.repairs, notice: () => {} };
    const options = { sign, withVotes };
    return readMatrix(matrix.path, matrix.name, withVotes ? repeated : log, options);
  }
}

function* takeApart(row: PolisMatrixRow, atMs: number): Generator<PolisVote[]> {
  const { participantId, line } = row;
  const { statementIds, values } = row.votes;
  for (let from = 0; from < values.length; from += MOST_VOTES_AT_ONCE) {
    const some = statementIds.subarray(from, from + MOST_VOTES_AT_ONCE);
    yield Array.from(some, (statementId, at) => {
      const value = values[from + at] as PolisVote["value"];
      return { participantId, statementId, value, isImportant: false, atMs, line };
    });
  }
}
