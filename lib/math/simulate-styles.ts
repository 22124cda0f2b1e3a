import type { Judgements } from "./judgements";
import type { Random } from "./random";
import type { VotingStyles } from "./voting-style";

/** Lower triangular factor L with L L^T = matrix (3 x 3). */
function factorise(matrix: Float64Array): Float64Array {
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

/** As many numbers with the covariance of the styles as there are rows (rows x 3). */
export function spreadStyles({ covariance, expected }: VotingStyles): Float64Array {
  const rows = expected.length / 3;
  const seen = new Float64Array(9);
  for (let row = 0; row < rows; row++) {
    for (let s = 0; s < 3; s++) {
      for (let t = 0; t < 3; t++)
        seen[s * 3 + t]! += (expected[row * 3 + s]! * expected[row * 3 + t]!) / rows;
    }
  }
  for (let s = 0; s < 3; s++) seen[s * 4]! += 1e-9;
  const from = factorise(seen);
  const to = factorise(covariance);
  const styles = new Float64Array(expected.length);
  for (let row = 0; row < rows; row++) {
    const x0 = expected[row * 3]! / from[0]!;
    const x1 = (expected[row * 3 + 1]! - from[3]! * x0) / from[4]!;
    const x2 = (expected[row * 3 + 2]! - from[6]! * x0 - from[7]! * x1) / from[8]!;
    styles[row * 3] = to[0]! * x0;
    styles[row * 3 + 1] = to[3]! * x0 + to[4]! * x1;
    styles[row * 3 + 2] = to[6]! * x0 + to[7]! * x1 + to[8]! * x2;
  }
  return styles;
}

export function simulateJudgements(
  judgements: Judgements,
  { agreeShares, shapes }: VotingStyles,
  styles: Float64Array,
  random: Random,
): Judgements {
  const { rowCount, rowStart } = judgements;
  const codes = new Int32Array(judgements.codes.length);
  const reach = Float64Array.from(agreeShares, (share) => Math.sqrt(share * (1 - share)));
  for (let row = 0; row < rowCount; row++) {
    const a = styles[row * 3]!;
    const b = styles[row * 3 + 1]!;
    const c = styles[row * 3 + 2]!;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const column = judgements.codes[cell]! >> 1;
      const at = column * 3;
      const shift = a * shapes[at]! + b * shapes[at + 1]! + c * shapes[at + 2]!;
      const agrees = random() < agreeShares[column]! + reach[column]! * shift;
      codes[cell] = column * 2 + (agrees ? 1 : 0);
    }
  }
  return { ...judgements, codes };
}
