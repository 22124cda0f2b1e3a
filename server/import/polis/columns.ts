import { ImportError } from "./import-error";
import { quote } from "./read-cell";

/** Where each column stands, by its name in the header. */
export class Columns {
  readonly #index = new Map<string, number>();

  /** @throws ImportError when a required column is missing or a name is there twice */
  constructor(
    readonly file: string,
    readonly header: readonly string[],
    required: readonly string[],
  ) {
    // A CR before an LF is no part of a cell: these are line ends of old Macs.
    if (header.some((cell) => cell.includes("\r"))) {
      throw this.#problem("the lines end in CR; save the file with LF or CRLF");
    }
    for (const [at, cell] of header.entries()) {
      const name = cell.trim();
      if (this.#index.has(name)) throw this.#problem(`the column ${quote(name)} is there twice`);
      this.#index.set(name, at);
    }
    const missing = required.filter((name) => !this.#index.has(name));
    if (missing.length === 0) return;
    const plural = missing.length > 1 ? "columns are" : "column is";
    throw this.#problem(
      `the ${plural} missing: ${missing.join(", ")} (the header has ${quote(header.join(","))})`,
    );
  }

  get count(): number {
    return this.header.length;
  }

  has(name: string): boolean {
    return this.#index.has(name);
  }

  indexOf(name: string): number {
    return this.#index.get(name) ?? -1;
  }

  names(): string[] {
    return [...this.#index.keys()];
  }

  /** @returns the columns that nothing reads */
  unknown(known: readonly string[]): string[] {
    return this.names().filter((name) => !known.includes(name));
  }

  /** @throws ImportError on a row that is shorter or longer than the header */
  checkLength(fields: readonly string[], line: number): void {
    if (fields.length === this.count) return;
    const kind = fields.length < this.count ? "truncated" : "too long";
    throw new ImportError(
      { file: this.file, line },
      `the row is ${kind}: ${fields.length} of ${this.count} columns`,
    );
  }

  #problem(text: string): ImportError {
    return new ImportError({ file: this.file, line: 1 }, text);
  }
}
