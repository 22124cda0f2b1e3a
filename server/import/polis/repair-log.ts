/** One defect of an export that was mended while reading. */
export interface Repair {
  file: string;
  line: number;
  message: string;
}

// A file of millions of rows with the same defect must not fill the memory with reports of it.
const LISTED_PER_KIND = 100;

interface Kind {
  listed: Repair[];
  count: number;
  lastLine: number;
}

/** Gathers repairs; beyond the first 100 of one kind in a file only their number is kept. */
export class RepairLog {
  readonly #kinds = new Map<string, Kind>();

  add(kind: string, repair: Repair): void {
    const key = `${repair.file}\n${kind}`;
    const entry = this.#kinds.get(key) ?? { listed: [], count: 0, lastLine: 0 };
    entry.count += 1;
    entry.lastLine = repair.line;
    if (entry.count <= LISTED_PER_KIND) entry.listed.push(repair);
    this.#kinds.set(key, entry);
  }

  list(): Repair[] {
    return [...this.#kinds.values()].flatMap(({ listed, count, lastLine }) => {
      const more = count - listed.length;
      const file = listed[0]?.file ?? "";
      const rest = {
        file,
        line: lastLine,
        message: `and ${more} more like these, up to this line`,
      };
      return more > 0 ? [...listed, rest] : listed;
    });
  }
}
