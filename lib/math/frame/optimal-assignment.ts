/**
 * Pairs rows with columns, each at most once, so that the weights of the pairs add up to the most.
 * @param weights rows of equal length, entries >= 0
 * @returns for each row its column, or -1 when it has none or their weight is 0
 * @see Kuhn 1955; Munkres 1957 (by shortest augmenting paths, O(n^3))
 */
export function assignOptimally(weights: readonly (readonly number[])[]): number[] {
  const rowCount = weights.length;
  const size = Math.max(rowCount, weights[0]?.length ?? 0);
  const weight = (row: number, column: number) => weights[row]?.[column] ?? 0;
  const rowPotential = new Float64Array(size);
  const columnPotential = new Float64Array(size);
  const rowOf = new Int32Array(size).fill(-1);
  for (let row = 0; row < size; row++) {
    augment(row, weight, rowPotential, columnPotential, rowOf);
  }
  const columnOf = new Array<number>(rowCount).fill(-1);
  rowOf.forEach((row, column) => {
    if (weight(row, column) > 0) columnOf[row] = column;
  });
  return columnOf;
}

/** Gives `start` a column, moving other rows along the cheapest path of changes (cost = -weight). */
function augment(
  start: number,
  weight: (row: number, column: number) => number,
  rowPotential: Float64Array,
  columnPotential: Float64Array,
  rowOf: Int32Array,
): void {
  const size = rowOf.length;
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(size).fill(-1);
  const isDone = new Uint8Array(size);
  const tree: number[] = [];
  let row = start;
  let column = -1;
  let reached = 0;
  do {
    let next = -1;
    for (let c = 0; c < size; c++) {
      if (isDone[c]) continue;
      const slack = -weight(row, c) - rowPotential[row]! - columnPotential[c]!;
      if (reached + slack < distance[c]!) {
        distance[c] = reached + slack;
        before[c] = column;
      }
      if (next === -1 || distance[c]! < distance[next]!) next = c;
    }
    column = next;
    reached = distance[column]!;
    isDone[column] = 1;
    tree.push(column);
    row = rowOf[column]!;
  } while (row !== -1);
  rowPotential[start]! += reached;
  for (const done of tree) {
    const change = reached - distance[done]!;
    columnPotential[done]! -= change;
    if (rowOf[done] !== -1) rowPotential[rowOf[done]!]! += change;
  }
  while (column !== -1) {
    const previous = before[column]!;
    rowOf[column] = previous === -1 ? start : rowOf[previous]!;
    column = previous;
  }
}
