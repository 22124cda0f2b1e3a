import { IdSet } from "./id-set";
import { ImportError } from "./import-error";
import type { PolisStatement } from "./read-comments";
import type { PolisMatrixRow } from "./read-matrix";
import type { PolisSummary } from "./read-summary";
import type { PolisVote } from "./read-votes";
import type { RepairLog } from "./repair-log";

// Ten times what Pol.is itself can take; it bounds the memory an export of statements alone needs.
const MAX_STATEMENTS = 100_000;

/** Notices where the files of an export contradict each other, and says what was made of it. */
export class ExportChecks {
  readonly #statements = new IdSet();
  readonly #votedStatements = new IdSet();
  /** Voted on without a row. */
  #unknownStatements = 0;
  readonly #participants = new IdSet();
  readonly #voters = new IdSet();
  readonly #groups = new IdSet();
  /** Line of the first statement by each author. */
  readonly #authors = new Map<number, number>();
  /** Line of each statement nobody has been seen to vote on yet. */
  readonly #unvoted = new Map<number, number>();

  constructor(
    readonly repairs: RepairLog,
    readonly summary: PolisSummary,
    readonly files: { comments: string; votes: string; matrix: string | null },
  ) {}

  /** @returns false for a statement that was there before */
  addStatement({ id, authorId, line }: PolisStatement): boolean {
    const file = this.files.comments;
    if (!this.#statements.add(id)) {
      const message = `statement ${id} is there twice; the first one counts`;
      this.repairs.add("twice", { file, line, message });
      return false;
    }
    this.#checkStatementCount(file, line);
    this.#unvoted.set(id, line);
    if (authorId !== null && !this.#authors.has(authorId)) this.#authors.set(authorId, line);
    return true;
  }

  /** @returns false for a participant who was there before */
  addParticipant({ participantId, groupId, line }: PolisMatrixRow): boolean {
    if (groupId !== null) this.#groups.add(groupId);
    if (this.#participants.add(participantId)) return true;
    const message = `participant ${participantId} has two rows; later votes count`;
    this.repairs.add("twice", { file: this.files.matrix ?? "", line, message });
    return false;
  }

  addVote({ participantId, statementId, line }: PolisVote): void {
    const file = this.files.votes;
    if (this.#votedStatements.add(statementId)) {
      this.#unvoted.delete(statementId);
      if (!this.#statements.has(statementId)) {
        const message = `statement ${statementId} is not in ${this.files.comments}; its votes count, its text is unknown`;
        this.repairs.add("no-statement", { file, line, message });
        this.#unknownStatements += 1;
        this.#checkStatementCount(file, line);
      }
    }
    if (
      this.#voters.add(participantId) &&
      this.files.matrix &&
      !this.#participants.has(participantId)
    ) {
      const message = `participant ${participantId} has no row in ${this.files.matrix}; the votes count`;
      this.repairs.add("no-row", { file, line, message });
    }
  }

  /** What can only be said once everything was read. */
  finish(): void {
    const file = this.files.comments;
    for (const [authorId, line] of this.#authors) {
      if (!this.files.matrix || this.#participants.has(authorId)) continue;
      const message = `author ${authorId} has no row in ${this.files.matrix}; the statement was kept`;
      this.repairs.add("author", { file, line, message });
    }
    for (const [id, line] of this.#unvoted) {
      const message = `statement ${id} has no vote; it is kept out of the vote matrix`;
      this.repairs.add("no-vote", { file, line, message });
    }
    this.#compare("voters", this.#voters.size);
    this.#compare("comments", this.#votedStatements.size);
    this.#compare("commenters", this.#authors.size);
    if (this.#groups.size > 0) this.#compare("groups", this.#groups.size);
  }

  #checkStatementCount(file: string, line: number): void {
    if (this.#statements.size + this.#unknownStatements <= MAX_STATEMENTS) return;
    throw new ImportError({ file, line }, `more than ${MAX_STATEMENTS} statements`);
  }

  #compare(key: string, count: number): void {
    const row = this.summary.get(key);
    if (!row || Number(row.value) === count) return;
    const message = `${key} says ${row.value}, the rows have ${count}; the rows count`;
    this.repairs.add("summary", { file: "summary.csv", line: row.line, message });
  }
}
