import { type Contingency, sumMargins } from "./contingency";

/**
 * How well the second partition finds each group of the first again: the largest Jaccard overlap,
 * items in both over items in either, with one of its groups.
 * @returns by group of the first partition, 0..1; -1 for a group without items
 * @see Hennig 2007, Cluster-wise assessment of cluster stability
 */
export function computeGroupOverlaps(table: Contingency): Float64Array {
  const { rows, columns, counts } = table;
  const { byRow, byColumn } = sumMargins(table);
  const overlaps = new Float64Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    if (byRow[row] === 0) continue;
    for (let column = 0; column < columns; column++) {
      const both = counts[row * columns + column]!;
      const either = byRow[row]! + byColumn[column]! - both;
      overlaps[row] = Math.max(overlaps[row]!, both / either);
    }
  }
  return overlaps;
}
