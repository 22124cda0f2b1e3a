/** How many items two partitions put into each pair of groups. */
export interface Contingency {
  /** Groups of the first partition, and of the second. */
  rows: number;
  columns: number;
  /** rows x columns, row-major. */
  counts: Int32Array;
}

/**
 * Counts the items by their groups in two partitions.
 * @param first group of each item, 0 to rows - 1; an item that is negative in either is left out
 * @param second likewise, 0 to columns - 1
 */
export function crossTabulate(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { rows, columns }: { rows: number; columns: number },
): Contingency {
  const counts = new Int32Array(rows * columns);
  for (let i = 0; i < first.length; i++) {
    const row = first[i]!;
    const column = second[i]!;
    if (row >= 0 && column >= 0) counts[row * columns + column]! += 1;
  }
  return { rows, columns, counts };
}

/** Items in each group of the first partition, and of the second. */
export function sumMargins({ rows, columns, counts }: Contingency) {
  const byRow = new Int32Array(rows);
  const byColumn = new Int32Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const count = counts[row * columns + column]!;
      byRow[row]! += count;
      byColumn[column]! += count;
    }
  }
  return { byRow, byColumn };
}
