import type { CurrentVotes } from "./load-export";
import type { PolisVote } from "./read-votes";

/** Every vote of an export, in columns that grow. */
export class VoteHistory {
  #participant = new Int32Array(1024);
  #statement = new Int32Array(1024);
  #value = new Int8Array(1024);
  #atMs = new Float64Array(1024);
  #count = 0;

  add({ participantId, statementId, value, atMs }: PolisVote): void {
    if (this.#count === this.#value.length) this.#grow();
    const at = this.#count++;
    this.#participant[at] = participantId;
    this.#statement[at] = statementId;
    this.#value[at] = value;
    this.#atMs[at] = atMs;
  }

  /** The last vote of each cell by time; of two at the same time the later in the file. */
  toCurrentVotes(): CurrentVotes {
    const participant = this.#participant;
    const statement = this.#statement;
    const atMs = this.#atMs;
    const order = Uint32Array.from({ length: this.#count }, (_, at) => at).sort(
      (a, b) =>
        participant[a]! - participant[b]! ||
        statement[a]! - statement[b]! ||
        atMs[a]! - atMs[b]! ||
        a - b,
    );
    const last = order.filter((at, i) => {
      const next = order[i + 1];
      return (
        next === undefined ||
        participant[next] !== participant[at] ||
        statement[next] !== statement[at]
      );
    });
    return {
      participant: Int32Array.from(last, (at) => participant[at]!),
      statement: Int32Array.from(last, (at) => statement[at]!),
      value: Int8Array.from(last, (at) => this.#value[at]!),
    };
  }

  #grow(): void {
    const length = this.#value.length * 2;
    const larger = <T extends Int32Array | Int8Array | Float64Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.#participant = larger(new Int32Array(length), this.#participant);
    this.#statement = larger(new Int32Array(length), this.#statement);
    this.#value = larger(new Int8Array(length), this.#value);
    this.#atMs = larger(new Float64Array(length), this.#atMs);
  }
}
