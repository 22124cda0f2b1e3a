import { type PairStatistics, pairIndex } from "../votes/pair-statistics";
import type { SymmetricOperator, VectorPair } from "./leading-eigenpairs";

/** X'X of the votes as deviations, for some of the columns. */
export interface ScatterMatrix {
  size: number;
  /** Of each pair of rows i <= j in turn: it is symmetric, and half of it is half to read. */
  entries: Float64Array;
}

/**
 * X'X from pair statistics, where X holds votes less `center`, 0 for a vote not given. Divided by
 * rows - 1 it is the covariance of the statements.
 * @param columns those to take, ascending
 * @see MATH.md A4 and B2
 */
export function computeScatter(
  pairs: PairStatistics,
  center: Float64Array,
  columns: Int32Array,
): ScatterMatrix {
  const { sums } = pairs;
  const size = columns.length;
  const entries = new Float64Array((size * (size + 1)) / 2);
  let entry = 0;
  for (let row = 0; row < size; row++) {
    const mean = center[columns[row]!]!;
    for (let i = 0; i <= row; i++, entry++) {
      const at = pairIndex(columns[i]!, columns[row]!);
      const other = center[columns[i]!]!;
      // Sum of (x - other) * (y - mean) over those who voted on both.
      const cross = sums[at + 3]! - other * sums[at + 2]! - mean * sums[at + 1]!;
      entries[entry] = cross + other * mean * sums[at]!;
    }
  }
  return { size, entries };
}

/** The whole matrix, row by row. */
export function toSquare({ size, entries }: ScatterMatrix): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, i) => {
      return entries[startOfRow(Math.max(row, i)) + Math.min(row, i)]!;
    }),
  );
}

function startOfRow(row: number): number {
  return (row * (row + 1)) >> 1; // an integer: as a quotient it would be a double in the inner loop
}

/**
 * Products with that matrix. An entry below the diagonal serves for two rows; what it adds to the
 * earlier one comes after all that this one's own row adds, so that each product is summed in the
 * order of the columns. Four rows at a time, so that the vectors are loaded once for four: of 1,000
 * columns 0.71 ms, 0.80 from the whole matrix, 1.1 from it two rows at a time.
 */
export function createMatrixOperator({ size, entries }: ScatterMatrix): SymmetricOperator {
  const rowsAtOnce = 4;
  return {
    size,
    multiply(vectors, products) {
      products[0].fill(0);
      products[1].fill(0);
      const whole = size - (size % rowsAtOnce);
      for (let row = 0; row < whole; row += rowsAtOnce) {
        multiplyFourRows(entries, row, vectors, products);
        for (let i = row; i < row + rowsAtOnce; i++)
          multiplyRow(entries, i, row, vectors, products);
      }
      for (let row = whole; row < size; row++) multiplyRow(entries, row, 0, vectors, products);
    },
  };
}

/** With the columns before the first of the four rows. */
function multiplyFourRows(
  entries: Float64Array,
  row: number,
  vectors: VectorPair,
  products: VectorPair,
): void {
  const first = vectors[0];
  const second = vectors[1];
  const firstProduct = products[0];
  const secondProduct = products[1];
  const at0 = startOfRow(row);
  const at1 = startOfRow(row + 1);
  const at2 = startOfRow(row + 2);
  const at3 = startOfRow(row + 3);
  const x0 = first[row]!;
  const x1 = first[row + 1]!;
  const x2 = first[row + 2]!;
  const x3 = first[row + 3]!;
  const y0 = second[row]!;
  const y1 = second[row + 1]!;
  const y2 = second[row + 2]!;
  const y3 = second[row + 3]!;
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  for (let i = 0; i < row; i++) {
    const x = first[i]!;
    const y = second[i]!;
    const entry0 = entries[at0 + i]!;
    const entry1 = entries[at1 + i]!;
    const entry2 = entries[at2 + i]!;
    const entry3 = entries[at3 + i]!;
    a0 += entry0 * x;
    b0 += entry0 * y;
    a1 += entry1 * x;
    b1 += entry1 * y;
    a2 += entry2 * x;
    b2 += entry2 * y;
    a3 += entry3 * x;
    b3 += entry3 * y;
    firstProduct[i] = firstProduct[i]! + entry0 * x0 + entry1 * x1 + entry2 * x2 + entry3 * x3;
    secondProduct[i] = secondProduct[i]! + entry0 * y0 + entry1 * y1 + entry2 * y2 + entry3 * y3;
  }
  firstProduct[row] = a0;
  firstProduct[row + 1] = a1;
  firstProduct[row + 2] = a2;
  firstProduct[row + 3] = a3;
  secondProduct[row] = b0;
  secondProduct[row + 1] = b1;
  secondProduct[row + 2] = b2;
  secondProduct[row + 3] = b3;
}

/** With the columns from `from` to its own. */
function multiplyRow(
  entries: Float64Array,
  row: number,
  from: number,
  vectors: VectorPair,
  products: VectorPair,
): void {
  const first = vectors[0];
  const second = vectors[1];
  const firstProduct = products[0];
  const secondProduct = products[1];
  const start = startOfRow(row);
  let a = firstProduct[row]!;
  let b = secondProduct[row]!;
  for (let i = from; i < row; i++) {
    const entry = entries[start + i]!;
    a += entry * first[i]!;
    b += entry * second[i]!;
    firstProduct[i]! += entry * first[row]!;
    secondProduct[i]! += entry * second[row]!;
  }
  firstProduct[row] = a + entries[start + row]! * first[row]!;
  secondProduct[row] = b + entries[start + row]! * second[row]!;
}
