import type { RepairLog } from "./repair-log";

/** Turns byte positions of records into line numbers; csv-parse counts a quoted CRLF twice. */
export class LineCounter {
  /** Line on which the next record begins. */
  nextLine = 1;
  /** Byte positions of the line ends of the present chunk. */
  #lineEnds: number[] = [];
  #at = 0;
  #chunk: Buffer = Buffer.alloc(0);
  #bytes = 0;
  #recordEnd = 0;
  #endsInCrlf: boolean | undefined;

  constructor(
    readonly file: string,
    readonly repairs: RepairLog,
  ) {}

  get bytesSinceRecord(): number {
    return this.#bytes - this.#recordEnd;
  }

  add(chunk: Buffer): void {
    this.#lineEnds = this.#lineEnds.slice(this.#at);
    this.#at = 0;
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) {
      this.#lineEnds.push(this.#bytes + at);
    }
    this.#bytes += chunk.length;
    this.#chunk = chunk;
  }

  /** Empty lines before a record belong to none; a record that spans lines has line ends inside. */
  startOfRecordEndingAt(end: number, fields: string[]): number {
    let passed = 0;
    while ((this.#lineEnds[this.#at + passed] ?? end) < end) passed += 1;
    const isEnded = passed > 0 && this.#lineEnds[this.#at + passed - 1] === end - 1;
    const own = countLineEndsIn(fields) + (isEnded ? 1 : 0);
    const line = this.nextLine + passed - own;
    this.#at += passed;
    this.nextLine += passed;
    this.#recordEnd = end;
    if (isEnded) this.#compareLineEnd(end, this.nextLine - 1);
    return line;
  }

  #compareLineEnd(end: number, line: number): void {
    const before = end - 2 - (this.#bytes - this.#chunk.length);
    if (before < 0) return;
    const isCrlf = this.#chunk[before] === 0x0d;
    this.#endsInCrlf ??= isCrlf;
    if (isCrlf === this.#endsInCrlf) return;
    const message = `the line ends in ${isCrlf ? "CRLF" : "LF"}, unlike the first one`;
    this.repairs.add("line-end", { file: this.file, line, message });
  }
}

function countLineEndsIn(fields: string[]): number {
  let count = 0;
  for (const field of fields) {
    for (let at = field.indexOf("\n"); at !== -1; at = field.indexOf("\n", at + 1)) count += 1;
  }
  return count;
}
