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
  const together = sumPairs(cells);
  const expected = (sumPairs(rows) * sumPairs(columns)) / Math.max(pairs(first.length), 1);
  const largest = (sumPairs(rows) + sumPairs(columns)) / 2;
  return largest === expected ? 1 : (together - expected) / (largest - expected);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sumPairs(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const size of counts.values()) sum += pairs(size);
  return sum;
}

function pairs(size: number): number {
  return (size * (size - 1)) / 2;
}
