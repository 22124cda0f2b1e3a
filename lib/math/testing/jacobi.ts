/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: slow, short and exact to
 * rounding, to hold other ways against.
 * @returns by descending eigenvalue; `vectors[i]` belongs to `values[i]`
 * @see Golub and Van Loan, Matrix Computations, 8.5
 */
export function decomposeSymmetric(matrix: readonly (readonly number[])[]) {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
    }
  }
  const order = [...a.keys()].sort((i, j) => a[j]![j]! - a[i]![i]!);
  return {
    values: order.map((i) => a[i]![i]!),
    vectors: order.map((i) => v.map((row) => row[i]!)),
  };
}

/** Turns axes p and q so that their off-diagonal entry becomes 0. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const off = a[p]![q]!;
  if (Math.abs(off) < 1e-300) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of [...a, ...v]) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[p]![i]!, a[q]![i]!];
    a[p]![i] = c * x - s * y;
    a[q]![i] = s * x + c * y;
  }
}
