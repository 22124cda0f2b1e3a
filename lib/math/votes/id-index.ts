/** Numbers ids 0, 1, 2, … as they first come. */
export interface IdIndex {
  readonly size: number;
  /**
   * The number of an id, the next free one when it is new.
   * @throws RangeError on anything but an integer from 0 to 2^31 - 1
   */
  add(id: number): number;
  /** The id of each number. */
  list(): Int32Array<ArrayBuffer>;
}

const largestId = 2_147_483_647;
/** Ids below are looked up in a table of 4 bytes an id, others in a map that costs 10 times that. */
const tableLimit = 16_777_216;

/** An index without ids; ids that are handed out one after another cost 4 to 8 bytes each. */
export function createIdIndex(): IdIndex {
  let table = new Int32Array(1024).fill(-1);
  let ids = new Int32Array(1024);
  const farIds = new Map<number, number>();
  let size = 0;

  function append(id: number): number {
    if (!Number.isInteger(id) || id < 0 || id > largestId) throw new RangeError(`The id ${id}.`);
    if (size === ids.length) ids = extend(ids, 2 * size, 0);
    ids[size] = id;
    return size++;
  }

  return {
    get size() {
      return size;
    },
    add(id) {
      const known = id < table.length ? table[id] : farIds.get(id);
      if (known !== undefined && known !== -1) return known;
      const number = append(id);
      if (id >= tableLimit) farIds.set(id, number);
      else {
        if (id >= table.length) table = extend(table, Math.min(2 * id, tableLimit), -1);
        table[id] = number;
      }
      return number;
    },
    list: () => ids.slice(0, size),
  };
}

/** The ids ascending, and for each the place where it is then. */
export function sortIds(ids: Int32Array): { sorted: Int32Array; placeOf: Int32Array } {
  const order = Int32Array.from(ids.keys());
  if (!isAscending(ids)) order.sort((a, b) => ids[a]! - ids[b]!);
  const placeOf = new Int32Array(ids.length);
  for (let place = 0; place < ids.length; place++) placeOf[order[place]!] = place;
  return { sorted: order.map((number) => ids[number]!), placeOf };
}

function isAscending(ids: Int32Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i]! < ids[i - 1]!) return false;
  return true;
}

function extend(array: Int32Array, length: number, fill: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  if (fill !== 0) longer.fill(fill, array.length);
  longer.set(array);
  return longer;
}
