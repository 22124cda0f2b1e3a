import type { CenteredVotes } from "./centered-votes";

/** Directions in which the votes vary most, strongest first. */
export interface PrincipalComponents {
  /** Two vectors of unit length, or of zeros where nothing varies; one loading a column. */
  loadings: [Float64Array, Float64Array];
  /** Variance along each (divisor rows - 1), and its share of the total, 0..1. */
  variances: [number, number];
  varianceRatios: [number, number];
}

/** Less than this share of the total variance is rounding, not a direction. */
const smallestRatio = 1e-12;

/**
 * The first two principal components by power iteration on the sparse deviations: O(votes) a product.
 *
 * Each starts from all ones, or from where it was left, and stops when its eigenvalue repeats exactly, or after `iterations` + 1
 * products; the second works on rows from which the first was taken out. The start decides the sign,
 * so equal votes give equal bits.
 * One row gives [that row normalised, zeros], one column [[1], [0]], no votes empty vectors.
 * @param start vectors to start from, one entry a column; of one that is all zeros, all ones
 * @see MATH.md A4; polis `math/pca.clj` powerit-pca
 */
export function computePrincipalComponents(
  votes: CenteredVotes,
  iterations: number,
  start?: PrincipalComponents["loadings"],
): PrincipalComponents {
  const total = sumOfSquares(votes.deviations);
  const zeros = new Float64Array(votes.columnCount);
  const first =
    votes.columnCount === 1 && votes.rowCount > 1
      ? zeros.map(() => 1)
      : iterate(votes, null, startFrom(start?.[0], votes), total, iterations);
  const firstScores = scoreRows(votes, first);
  const isFlat = votes.columnCount < 2 || votes.rowCount < 2;
  const second = isFlat
    ? zeros
    : iterate(
        votes,
        { loadings: first, scores: firstScores },
        startFrom(start?.[1], votes),
        total,
        iterations,
      );
  const squares = [sumOfSquares(firstScores), sumOfSquares(scoreRows(votes, second))] as const;
  const divisor = Math.max(votes.rowCount - 1, 1);
  const ratio = (square: number) => (total > 0 ? square / total : 0);
  return {
    loadings: [first, second],
    variances: [squares[0] / divisor, squares[1] / divisor],
    varianceRatios: [ratio(squares[0]), ratio(squares[1])],
  };
}

/** What was taken out of every row: scores[r] * loadings, with loadings of unit length or zero. */
interface Removed {
  loadings: Float64Array;
  scores: Float64Array;
}

function startFrom(vector: Float64Array | undefined, { columnCount }: CenteredVotes): Float64Array {
  return vector?.some((entry) => entry !== 0) ? vector : new Float64Array(columnCount).fill(1);
}

function iterate(
  votes: CenteredVotes,
  removed: Removed | null,
  start: Float64Array,
  total: number,
  iterations: number,
): Float64Array {
  const negligible = smallestRatio * total;
  let product = multiplyByGram(votes, removed, start);
  // All ones may be orthogonal to every row, as with two statements that exclude each other.
  if (norm(product) <= negligible) {
    product = multiplyByGram(votes, removed, widestColumn(votes, removed));
  }
  let eigenvalue = norm(product);
  if (eigenvalue <= negligible) return new Float64Array(votes.columnCount);
  for (let round = 0; round < iterations; round++) {
    const length = eigenvalue; // never falls from round to round
    const vector = product.map((entry) => entry / length);
    product = multiplyByGram(votes, removed, vector);
    eigenvalue = norm(product);
    if (eigenvalue === length) break;
  }
  return product.map((entry) => entry / eigenvalue);
}

/** X'(Xv), where X are the deviations less what was removed. */
function multiplyByGram(
  votes: CenteredVotes,
  removed: Removed | null,
  vector: Float64Array,
): Float64Array {
  const { rowOrder, rowStart, columns, deviations } = votes;
  const product = new Float64Array(vector.length);
  const along = removed ? dot(removed.loadings, vector) : 0;
  let back = 0;
  for (const row of rowOrder) {
    const from = rowStart[row]!;
    const to = rowStart[row + 1]!;
    let score = 0;
    for (let cell = from; cell < to; cell++) score += deviations[cell]! * vector[columns[cell]!]!;
    if (removed) {
      score -= removed.scores[row]! * along;
      back += removed.scores[row]! * score;
    }
    for (let cell = from; cell < to; cell++) product[columns[cell]!]! += deviations[cell]! * score;
  }
  if (removed) {
    for (let column = 0; column < product.length; column++) {
      product[column]! -= removed.loadings[column]! * back;
    }
  }
  return product;
}

/** The unit vector of the column that varies most. */
function widestColumn(votes: CenteredVotes, removed: Removed | null): Float64Array {
  const squares = new Float64Array(votes.columnCount);
  for (let cell = 0; cell < votes.columns.length; cell++) {
    squares[votes.columns[cell]!]! += votes.deviations[cell]! * votes.deviations[cell]!;
  }
  const taken = removed ? sumOfSquares(removed.scores) : 0;
  let widest = 0;
  for (let column = 0; column < squares.length; column++) {
    const loading = removed ? removed.loadings[column]! : 0;
    squares[column]! -= taken * loading * loading;
    if (squares[column]! > squares[widest]!) widest = column;
  }
  return squares.map((_, column) => (column === widest ? 1 : 0));
}

function scoreRows(votes: CenteredVotes, vector: Float64Array): Float64Array {
  const scores = new Float64Array(votes.rowCount);
  for (let row = 0; row < votes.rowCount; row++) {
    let score = 0;
    for (let cell = votes.rowStart[row]!; cell < votes.rowStart[row + 1]!; cell++) {
      score += votes.deviations[cell]! * vector[votes.columns[cell]!]!;
    }
    scores[row] = score;
  }
  return scores;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function sumOfSquares(vector: Float64Array): number {
  return dot(vector, vector);
}

function norm(vector: Float64Array): number {
  return Math.sqrt(sumOfSquares(vector));
}
