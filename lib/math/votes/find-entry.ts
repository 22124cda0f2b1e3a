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
