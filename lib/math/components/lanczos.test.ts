import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRows, matrixOf, randomRows } from "../testing/matrices";
import { packVotes } from "../votes/packed-votes";
import { centerCodes } from "./code-deviations";
import { findLeadingVectors, type Multiply } from "./lanczos";
import { countWeightedCodes, createScatterProduct } from "./scatter-product";

const exact = { tolerance: 1e-12, maxProducts: 100 };

/** X'X v, written out. */
function multiplyDense(rows: (number | null)[][], vector: Float64Array): number[] {
  const columns = rows[0] ?? [];
  const means = columns.map((_, j) => {
    const votes = rows.flatMap((row) => row[j] ?? []);
    return votes.reduce((sum, vote) => sum + vote, 0) / votes.length;
  });
  const deviations = rows.map((row) =>
    row.map((vote, j) => (vote === null ? 0 : vote - means[j]!)),
  );
  const scores = deviations.map((row) => row.reduce((sum, d, j) => sum + d * vector[j]!, 0));
  return columns.map((_, j) => deviations.reduce((sum, row, i) => sum + row[j]! * scores[i]!, 0));
}

test("the product is that of the written-out matrix", () => {
  const rows = randomRows(6, 30, 8);
  const votes = packVotes(matrixOf(rows));
  const weights = Float64Array.from(rows, (_, row) => 1 + (row % 3));
  const { deviations } = centerCodes(countWeightedCodes({ votes, weights }), new Uint8Array(8), 30);
  const vector = Float64Array.from({ length: 8 }, (_, i) => i - 2.5);
  const product = createScatterProduct({ votes, weights }, deviations)(vector);
  const repeated = rows.flatMap((row, i) => Array.from({ length: weights[i]! }, () => row));
  multiplyDense(repeated, vector).forEach((entry, i) => {
    expect(product[i]).toBeCloseTo(entry, 9);
  });
});

test("a moderated-out column weighs nothing", () => {
  const votes = packVotes(matrixOf(randomRows(7, 20, 5)));
  const weighted = { votes, weights: new Float64Array(20).fill(1) };
  const { center, deviations } = centerCodes(
    countWeightedCodes(weighted),
    Uint8Array.of(0, 1, 0, 0, 0),
    20,
  );
  const product = createScatterProduct(weighted, deviations)(new Float64Array(5).fill(1));
  expect([center[1], product[1]]).toEqual([0, 0]);
  expect(product[0]).not.toBe(0);
});

test("finds the two leading vectors of a known matrix", () => {
  const values = [9, 4, 1, 0.5, 0.1, 0];
  const multiply: Multiply = (vector) => vector.map((entry, i) => entry * values[i]!);
  const found = findLeadingVectors(multiply, 6, exact);
  expect(found.values[0]).toBeCloseTo(9, 9);
  expect(found.values[1]).toBeCloseTo(4, 9);
  found.vectors.forEach((vector, index) => {
    vector.forEach((entry, i) => {
      expect(Math.abs(entry)).toBeCloseTo(i === index ? 1 : 0, 6);
    });
  });
});

test("of any votes come eigenvectors, orthogonal, of unit length or zero", () => {
  fc.assert(
    fc.property(anyRows(), (rows) => {
      const votes = packVotes(matrixOf(rows));
      const size = votes.statements.length;
      const weighted = { votes, weights: new Float64Array(votes.participants.length).fill(1) };
      const { deviations } = centerCodes(
        countWeightedCodes(weighted),
        new Uint8Array(size),
        rows.length,
      );
      const multiply = createScatterProduct(weighted, deviations);
      const { values, vectors } = findLeadingVectors(multiply, size, exact);
      expect(values[0]).toBeGreaterThanOrEqual(values[1]);
      vectors.forEach((vector, index) => {
        const length = vector.reduce((sum, entry) => sum + entry * entry, 0);
        expect(length).toBeCloseTo(values[index]! > 0 ? 1 : 0, 9);
        const product = multiply(vector);
        product.forEach((entry, i) => {
          expect(entry).toBeCloseTo(values[index]! * vector[i]!, 4);
        });
      });
      const [first, second] = vectors;
      expect(first.reduce((sum, entry, i) => sum + entry * second[i]!, 0)).toBeCloseTo(0, 9);
    }),
  );
});
