import { codesPerColumn } from "./packed-votes";
import { addPair, createPairStatistics, type PairStatistics, pairIndex } from "./pair-statistics";

/** The votes of one participant before and after, as statement * 4 + value + 1, ascending. */
export interface RowChange {
  before: readonly number[];
  after: readonly number[];
}

/** Statement id of each column, ascending. */
interface ColumnChange {
  before: Int32Array;
  after: Int32Array;
}

/**
 * Brings pair statistics from one state of the votes to a later one. Only votes that came, went or
 * changed are counted, each with the others of its row: some 50 pairs a vote, not 1,225 a row.
 * @param pairs of the state before; overwritten
 * @returns the same object when no column moved
 */
export function updatePairs(
  pairs: PairStatistics,
  changes: readonly RowChange[],
  statements: ColumnChange,
): PairStatistics {
  const columnBefore = indexStatements(statements.before);
  const columnAfter = indexStatements(statements.after);
  for (const { before, after } of changes) countMissing(pairs, before, after, columnBefore, -1);
  const moved = movePairs(pairs, statements, columnAfter);
  for (const { before, after } of changes) countMissing(moved, after, before, columnAfter, 1);
  return moved;
}

/** Counts the pairs of `row` that have a vote which `other` has not. */
function countMissing(
  pairs: PairStatistics,
  row: readonly number[],
  other: readonly number[],
  columnOf: ReadonlyMap<number, number>,
  sign: 1 | -1,
): void {
  const codes = row.map((vote) => {
    const statement = Math.floor(vote / 4);
    return columnOf.get(statement)! * codesPerColumn + vote - statement * 4;
  });
  const isMissing = findMissing(row, other);
  for (let a = 0; a < codes.length; a++) {
    if (!isMissing[a]) continue;
    // A pair of two missing votes is counted once, by the later one.
    for (let b = 0; b < codes.length; b++) {
      if (b <= a || !isMissing[b]) addPair(pairs, codes[a]!, codes[b]!, sign);
    }
  }
}

function findMissing(row: readonly number[], other: readonly number[]): boolean[] {
  let at = 0;
  return row.map((vote) => {
    while (at < other.length && other[at]! < vote) at++;
    return other[at] !== vote;
  });
}

/** Puts each pair where its columns are afterwards. A column that is gone has only zeros by then. */
function movePairs(
  pairs: PairStatistics,
  statements: ColumnChange,
  columnAfter: ReadonlyMap<number, number>,
): PairStatistics {
  const { before, after } = statements;
  const isSame = before.length === after.length && before.every((id, i) => id === after[i]);
  if (isSame) return pairs;
  const columnOf = Int32Array.from(before, (id) => columnAfter.get(id) ?? -1);
  const moved = createPairStatistics(after.length);
  for (let j = 0; j < before.length; j++) {
    if (columnOf[j] === -1) continue;
    for (let i = 0; i <= j; i++) {
      if (columnOf[i] === -1) continue;
      const from = pairIndex(i, j);
      const to = pairIndex(columnOf[i]!, columnOf[j]!);
      moved.counts[to] = pairs.counts[from]!;
      moved.firstSums[to] = pairs.firstSums[from]!;
      moved.secondSums[to] = pairs.secondSums[from]!;
      moved.products[to] = pairs.products[from]!;
    }
  }
  return moved;
}

function indexStatements(statements: Int32Array): Map<number, number> {
  const columns = new Map<number, number>();
  for (let column = 0; column < statements.length; column++) {
    columns.set(statements[column]!, column);
  }
  return columns;
}
