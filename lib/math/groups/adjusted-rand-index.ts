import { type Contingency, sumMargins } from "./contingency";

/**
 * Agreement of two partitions of the same items, corrected for chance: 1 the same, about 0 unrelated.
 * Labels are arbitrary; only who is together with whom counts.
 * @returns 1 when both put everything together or everything apart, and for fewer than two items
 * @throws RangeError on different lengths
 * @see Hubert and Arabie 1985
 */
export function computeAdjustedRandIndex(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): number {
  if (first.length !== second.length) {
    throw new RangeError(`Partitions of ${first.length} and ${second.length} items.`);
  }
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  const cells = new Map<string, number>();
  for (let i = 0; i < first.length; i++) {
    count(rows, first[i]!);
    count(columns, second[i]!);
    count(cells, `${first[i]} ${second[i]}`);
  }
  return adjust(cells.values(), rows.values(), columns.values(), first.length);
}

/** The same of partitions into few groups, from their counts. */
export function rateAgreement(table: Contingency): number {
  const { byRow, byColumn } = sumMargins(table);
  const items = byRow.reduce((sum, size) => sum + size, 0);
  return adjust(table.counts, byRow, byColumn, items);
}

function adjust(
  cells: Iterable<number>,
  rows: Iterable<number>,
  columns: Iterable<number>,
  items: number,
): number {
  const inRows = sumPairs(rows);
  const inColumns = sumPairs(columns);
  const expected = (inRows * inColumns) / Math.max(pairs(items), 1);
  const largest = (inRows + inColumns) / 2;
  return largest === expected ? 1 : (sumPairs(cells) - expected) / (largest - expected);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sumPairs(sizes: Iterable<number>): number {
  let sum = 0;
  for (const size of sizes) sum += pairs(size);
  return sum;
}

function pairs(size: number): number {
  return (size * (size - 1)) / 2;
}
