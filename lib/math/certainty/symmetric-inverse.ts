/**
 * Inverse of a symmetric positive definite matrix of 3 x 3, by its adjoint.
 * @param half its cells 00, 01, 02, 11, 12, 22
 * @param into where the whole inverse is written, row-major, from position `at`
 */
export function invertSymmetric(half: Float64Array, into: Float64Array, at: number): void {
  const a = half[0]!;
  const b = half[1]!;
  const c = half[2]!;
  const d = half[3]!;
  const e = half[4]!;
  const f = half[5]!;
  const aa = d * f - e * e;
  const ab = c * e - b * f;
  const ac = b * e - c * d;
  const scale = 1 / (a * aa + b * ab + c * ac);
  const bc = (b * c - a * e) * scale;
  into[at] = aa * scale;
  into[at + 1] = ab * scale;
  into[at + 2] = ac * scale;
  into[at + 3] = ab * scale;
  into[at + 4] = (a * f - c * c) * scale;
  into[at + 5] = bc;
  into[at + 6] = ac * scale;
  into[at + 7] = bc;
  into[at + 8] = (a * d - b * b) * scale;
}

/** Lower triangular L with L L^T = matrix (3 x 3, row-major, positive definite). */
export function factorise(matrix: Float64Array): Float64Array {
  const factor = new Float64Array(9);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * 3 + j]!;
      for (let k = 0; k < j; k++) rest -= factor[i * 3 + k]! * factor[j * 3 + k]!;
      factor[i * 3 + j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / factor[j * 3 + j]!;
    }
  }
  return factor;
}
