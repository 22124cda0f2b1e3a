/**
 * First position from `from` (inclusive) to `to` (exclusive) whose entry is not below `least`; `to`
 * when there is none.
 */
export function findEntry(
  ascending: Int32Array | Uint16Array | Uint32Array,
  least: number,
  from = 0,
  to = ascending.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same from `from` to the end; in a few steps when it is near `from`. */
export function findNearby(ascending: Int32Array, least: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < ascending.length && ascending[low + step]! < least) {
    low += step;
    step *= 2;
  }
  return findEntry(ascending, least, low, Math.min(low + step, ascending.length));
}
