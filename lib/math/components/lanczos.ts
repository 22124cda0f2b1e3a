import { PCA } from "ml-pca";
import { createRandom } from "../random";

/** Multiplies a symmetric matrix without negative eigenvalues by a vector, into a new one. */
export type Multiply = (vector: Float64Array) => Float64Array;

/** Eigenvectors of unit length by descending eigenvalue; zeros where the eigenvalue is 0. */
export interface LeadingVectors {
  values: [number, number];
  vectors: [Float64Array, Float64Array];
}

const startSeed = 1;
const productsBetweenChecks = 2;
/** Less than this share of the largest eigenvalue is rounding. */
const smallestRatio = 1e-12;

/**
 * The two leading eigenvectors by Lanczos iteration with full reorthogonalisation from a fixed start:
 * as many products as the tolerance takes, 6 to 9 for 0.01 and 13 to 20 for 1e-8 on real votes.
 * Of an eigenvalue that occurs twice only one vector is found. Signs are arbitrary. For when two
 * digits are enough: a quarter of the time of `computeLeadingEigenpairs`, which gives all of them.
 * @param size length of the vectors
 * @param tolerance of the residual |Av - lv| / l of both
 * @see Lanczos 1950; Parlett 1998, The symmetric eigenvalue problem, chapter 13
 */
export function findLeadingVectors(
  multiply: Multiply,
  size: number,
  { tolerance, maxProducts }: { tolerance: number; maxProducts: number },
): LeadingVectors {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const offDiagonal: number[] = [];
  let next = drawStart(size);
  for (;;) {
    basis.push(next);
    const product = multiply(next);
    diagonal.push(dot(next, product));
    removeBasis(product, basis);
    const length = Math.sqrt(dot(product, product));
    const isLast =
      !(length > smallestRatio * diagonal[0]!) ||
      basis.length === size ||
      basis.length === maxProducts;
    if (isLast || basis.length % productsBetweenChecks === 0) {
      const ritz = solveTridiagonal(diagonal, offDiagonal);
      if (isLast || isSettled(ritz, length, tolerance)) return combine(ritz, basis, size);
    }
    offDiagonal.push(length);
    next = product.map((entry) => entry / length);
  }
}

function drawStart(size: number): Float64Array {
  const random = createRandom(startSeed);
  const start = new Float64Array(size).map(() => random() - 0.5);
  const length = Math.sqrt(dot(start, start));
  return start.map((entry) => entry / length);
}

/** Twice is enough (Parlett). */
function removeBasis(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (let pass = 0; pass < 2; pass++) {
    for (const known of basis) {
      const along = dot(known, vector);
      for (let i = 0; i < vector.length; i++) vector[i]! -= along * known[i]!;
    }
  }
}

/** Eigenvalues, descending, and eigenvectors of the matrix within the basis. */
interface Ritz {
  values: number[];
  vectors: number[][];
}

function solveTridiagonal(diagonal: readonly number[], offDiagonal: readonly number[]): Ritz {
  const rows = diagonal.map((_, i) =>
    diagonal.map((entry, j) => {
      if (i === j) return entry;
      return (i === j + 1 ? offDiagonal[j] : j === i + 1 ? offDiagonal[i] : 0)!;
    }),
  );
  const pca = new PCA(rows, { isCovarianceMatrix: true });
  const vectors = pca.getEigenvectors();
  const values = pca.getEigenvalues();
  return { values, vectors: values.map((_, index) => vectors.getColumn(index)) };
}

function isSettled({ values, vectors }: Ritz, length: number, tolerance: number): boolean {
  return [0, 1].every((index) => {
    const value = values[index] ?? 0;
    const last = vectors[index]?.at(-1) ?? 1;
    return value > 0 && length * Math.abs(last) <= tolerance * value;
  });
}

function combine(
  { values, vectors }: Ritz,
  basis: readonly Float64Array[],
  size: number,
): LeadingVectors {
  const pick = (index: number) => {
    const value = values[index] ?? 0;
    const vector = new Float64Array(size);
    if (!(value > smallestRatio * values[0]!)) return { value: 0, vector };
    basis.forEach((direction, step) => {
      const weight = vectors[index]![step]!;
      for (let i = 0; i < size; i++) vector[i]! += weight * direction[i]!;
    });
    return { value, vector };
  };
  const [first, second] = [pick(0), pick(1)];
  return { values: [first.value, second.value], vectors: [first.vector, second.vector] };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
