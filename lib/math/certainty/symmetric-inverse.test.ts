import { expect, test } from "vitest";
import { factorise, invertSymmetric } from "./symmetric-inverse";

const matrix = Float64Array.of(4, 1, -2, 1, 3, 0.5, -2, 0.5, 5);
const half = Float64Array.of(4, 1, -2, 3, 0.5, 5);

function multiply(left: Float64Array, right: Float64Array): number[] {
  return Array.from({ length: 9 }, (_, cell) => {
    const row = Math.floor(cell / 3);
    return [0, 1, 2].reduce((sum, k) => sum + left[row * 3 + k]! * right[k * 3 + (cell % 3)]!, 0);
  });
}

test("a matrix times its inverse is the identity", () => {
  const inverse = new Float64Array(11);
  invertSymmetric(half, inverse, 2);
  const product = multiply(matrix, inverse.subarray(2));
  for (const [cell, value] of product.entries()) {
    expect(value).toBeCloseTo(cell % 4 === 0 ? 1 : 0, 12);
  }
});

test("a factor times its transpose is the matrix", () => {
  const factor = factorise(matrix);
  const transpose = Float64Array.from(
    factor,
    (_, cell) => factor[(cell % 3) * 3 + Math.floor(cell / 3)]!,
  );
  const product = multiply(factor, transpose);
  for (const [cell, value] of product.entries()) expect(value).toBeCloseTo(matrix[cell]!, 12);
});
