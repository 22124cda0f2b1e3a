import { PCA } from "ml-pca";
import { createRandom } from "../random";

/** Two vectors of one length, as columns side by side. */
export type VectorPair = [Float64Array, Float64Array];

/** A symmetric matrix without negative eigenvalues, known by its products. */
export interface SymmetricOperator {
  /** Rows and columns, at least 1. */
  size: number;
  /** Matrix times each of two vectors, in the same pass; into `products`, which holds anything. */
  multiply(vectors: VectorPair, products: VectorPair): void;
}

/** The largest eigenvalue and the second, with orthogonal vectors of unit length. */
export interface LeadingEigenpairs {
  values: [number, number];
  vectors: VectorPair;
}

/** Basis vectors kept at most; the best are carried over when that many are reached. */
const largestBasis = 48;
const carriedOver = 12;
/** Products between two looks at how far it is. */
const productsPerCheck = 6;
/** Products after which it ends, converged or not. */
const mostProducts = 400;
/** Length of a residual, as a share of the largest eigenvalue. */
const tolerance = 1e-14;
const startSeed = 1;

/**
 * The two leading eigenpairs by a block Lanczos iteration with thick restarts.
 *
 * Two vectors are multiplied at a time: a matrix is read half as often, and an eigenvalue that
 * occurs twice is found twice. Every new vector is made orthogonal to all before, twice. Starts from
 * fixed pseudo-random vectors, so equal matrices give equal bits. When the second and third
 * eigenvalue are nearly equal the second vector is any in their plane.
 * @returns zeros for a second pair that a matrix of size 1 does not have
 * @see Wu & Simon 2000, Thick-restart Lanczos method; Parlett 1998, The symmetric eigenvalue problem
 */
export function computeLeadingEigenpairs(operator: SymmetricOperator): LeadingEigenpairs {
  const space = createSpace(operator);
  for (let products = 1; ; products++) {
    multiplyNext(space, operator);
    const isExhausted = space.multiplied === space.basis.length;
    const isFull = space.basis.length + 2 > largestBasis;
    if (!isExhausted && !isFull && products % productsPerCheck !== 0) continue;
    const ritz = solveProjected(space);
    if (isExhausted || products >= mostProducts || isConverged(space, ritz)) {
      return toEigenpairs(space, ritz);
    }
    if (isFull) restart(space, ritz);
  }
}

/** What the matrix is on the span of some vectors. */
interface Space {
  size: number;
  /** Orthonormal. */
  basis: Float64Array[];
  /** Vectors at the beginning of the basis whose products are known. */
  multiplied: number;
  /** projected[i][j]: vector i times matrix times vector j, for j < multiplied and every i. */
  projected: Float64Array[];
  products: VectorPair;
}

/** Eigenpairs of the projected matrix, largest first; coordinates in the basis. */
interface RitzPairs {
  values: number[];
  coordinates: Float64Array[];
}

function createSpace({ size }: SymmetricOperator): Space {
  const random = createRandom(startSeed);
  const products: VectorPair = [new Float64Array(size), new Float64Array(size)];
  const space: Space = { size, basis: [], multiplied: 0, projected: [], products };
  for (let k = 0; k < Math.min(size, 2); k++) {
    const vector = new Float64Array(size).map(() => random() - 0.5);
    extend(space, vector, 0);
  }
  return space;
}

/** Multiplies one or two vectors of the basis, and adds the new directions in their products. */
function multiplyNext(space: Space, operator: SymmetricOperator): void {
  const first = space.multiplied;
  const count = Math.min(space.basis.length - first, 2);
  const vectors: VectorPair = [space.basis[first]!, space.basis[first + count - 1]!];
  operator.multiply(vectors, space.products);
  const known = space.basis.length;
  space.multiplied += count;
  for (let k = 0; k < count; k++) {
    const product = space.products[k]!;
    for (let i = 0; i < known; i++) {
      space.projected[i]![first + k] = dot(space.basis[i]!, product);
    }
    extend(space, product.slice(), norm(product));
    for (let i = known; i < space.basis.length; i++) {
      space.projected[i]![first + k] = dot(space.basis[i]!, product);
    }
  }
}

/**
 * Adds a vector to the basis, unless next to nothing of it is new.
 * @param scale length to compare with what is left of it
 */
function extend(space: Space, vector: Float64Array, scale: number): void {
  if (space.basis.length === space.size) return;
  for (let pass = 0; pass < 2; pass++) {
    for (const known of space.basis) subtract(vector, known, dot(known, vector));
  }
  const length = norm(vector);
  if (length <= tolerance * scale) return;
  space.basis.push(divide(vector, length));
  space.projected.push(new Float64Array(largestBasis));
}

function solveProjected({ projected, multiplied }: Space): RitzPairs {
  const square = Array.from({ length: multiplied }, (_, i) =>
    Array.from({ length: multiplied }, (_, j) => projected[Math.max(i, j)]![Math.min(i, j)]!),
  );
  const solution = new PCA(square, { isCovarianceMatrix: true });
  const vectors = solution.getEigenvectors();
  return {
    values: solution.getEigenvalues(),
    coordinates: square.map((_, k) => Float64Array.from(vectors.getColumn(k))),
  };
}

/** Whether what the products of both pairs have outside the multiplied vectors is next to nothing. */
function isConverged({ basis, projected, multiplied }: Space, ritz: RitzPairs): boolean {
  for (let k = 0; k < 2; k++) {
    let squares = 0;
    for (let i = multiplied; i < basis.length; i++) {
      const outside = dot(projected[i]!, ritz.coordinates[k]!);
      squares += outside * outside;
    }
    if (Math.sqrt(squares) > tolerance * ritz.values[0]!) return false;
  }
  return true;
}

/** Goes on with the best vectors of the span, and those not multiplied yet. */
function restart(space: Space, ritz: RitzPairs): void {
  const waiting = space.basis.slice(space.multiplied);
  const best = Array.from({ length: carriedOver }, (_, k) => combine(space, ritz.coordinates[k]!));
  const coupling = space.projected.slice(space.multiplied);
  space.projected = [
    ...best.map((_, k) => withEntries((j) => (j === k ? ritz.values[k]! : 0))),
    ...coupling.map((row) => withEntries((k) => dot(row, ritz.coordinates[k]!))),
  ];
  space.basis = [...best, ...waiting];
  space.multiplied = carriedOver;
}

function withEntries(entry: (k: number) => number): Float64Array {
  return new Float64Array(largestBasis).map((_, k) => (k < carriedOver ? entry(k) : 0));
}

function toEigenpairs(space: Space, ritz: RitzPairs): LeadingEigenpairs {
  const vectorOf = (k: number) => {
    if (k >= ritz.values.length) return new Float64Array(space.size);
    const vector = combine(space, ritz.coordinates[k]!);
    return divide(vector, norm(vector));
  };
  return { values: [ritz.values[0]!, ritz.values[1] ?? 0], vectors: [vectorOf(0), vectorOf(1)] };
}

function combine({ size, basis }: Space, coordinates: Float64Array): Float64Array {
  const vector = new Float64Array(size);
  for (let k = 0; k < coordinates.length; k++) subtract(vector, basis[k]!, 0 - coordinates[k]!);
  return vector;
}

function subtract(from: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= factor * vector[i]!;
}

/** In place. */
function divide(vector: Float64Array, by: number): Float64Array {
  for (let i = 0; i < vector.length; i++) vector[i]! /= by;
  return vector;
}

/** Over the length of the second. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
