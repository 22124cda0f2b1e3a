import type { PlenumParameters } from "../plenum/plenum-parameters";
import { hyperbolicTangent, logarithm } from "./elementary-functions";
import type { Judgements } from "./judgements";
import type { VotingStyles } from "./voting-styles";

/** State of a search for two camps: who stands where, and how far apart they are on each statement. */
export interface CampSearch {
  judgements: Judgements;
  styles: VotingStyles;
  rule: PlenumParameters;
  /** Half the distance of the camps on each statement, in standard units. */
  distances: Float64Array;
  /** Expected side of each participant, -1..1; on the leading axis any number. */
  sides: Float64Array;
  /** Sum over judges of side * (score - shift of style), by column. */
  evidence: Float64Array;
  /** Sum over judges of (side - mean side)^2, by column. */
  precision: Float64Array;
  byCode: Float64Array;
  byShape: Float64Array;
  /** Part of the distances that the style of a participant can account for: rows x 3. */
  mimicked: Float64Array;
}

/** A search that has found nothing yet; `distances` is where it starts from. */
export function startSearch(
  judgements: Judgements,
  styles: VotingStyles,
  distances: Float64Array,
  rule: PlenumParameters,
): CampSearch {
  const { rowCount, columnCount } = judgements;
  return {
    judgements,
    styles,
    rule,
    distances,
    sides: new Float64Array(rowCount),
    evidence: new Float64Array(columnCount),
    precision: new Float64Array(columnCount),
    byCode: new Float64Array(columnCount * 2),
    byShape: new Float64Array(columnCount * 3),
    mimicked: new Float64Array(rowCount * 3),
  };
}

/**
 * Moves everybody to the side their judgements speak for, given the distances; what their style can
 * account for speaks for none (generalised least squares).
 * @param isAxis positions along an axis instead of sides
 */
export function placeParticipants(search: CampSearch, isAxis: boolean): void {
  const { judgements, styles, distances, sides, byCode, byShape, mimicked } = search;
  const { rowCount, rowStart, codes } = judgements;
  const { scores, shapes, totals, uncertainty } = styles;
  for (let code = 0; code < byCode.length; code++) {
    byCode[code] = scores[code]! * distances[code >> 1]!;
  }
  for (let column = 0; column < distances.length; column++) {
    for (let s = 0; s < 3; s++) {
      byShape[column * 3 + s] = shapes[column * 3 + s]! * distances[column]!;
    }
  }
  const bias = isAxis ? 0 : leanOf(sides, search.rule.structureLargestLean);
  for (let row = 0; row < rowCount; row++) {
    let field = 0;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const code = codes[cell]!;
      const at = (code >> 1) * 3;
      field += byCode[code]!;
      a += byShape[at]!;
      b += byShape[at + 1]!;
      c += byShape[at + 2]!;
    }
    for (let s = 0; s < 3; s++) {
      const u = (row * 3 + s) * 3;
      const share = uncertainty[u]! * a + uncertainty[u + 1]! * b + uncertainty[u + 2]! * c;
      mimicked[row * 3 + s] = share;
      field -= totals[row * 3 + s]! * share;
    }
    sides[row] = isAxis ? field : hyperbolicTangent(field + bias);
  }
}

/** Half the log odds of the larger camp, bounded so that no camp dies out. */
function leanOf(sides: Float64Array, largestLean: number): number {
  const mean = Math.min(largestLean, Math.max(0 - largestLean, meanOf(sides)));
  return logarithm((1 + mean) / (1 - mean)) / 2;
}

export function meanOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return numbers.length > 0 ? sum / numbers.length : 0;
}

/** Weighs what the judgements say of the distances, given the sides: fills evidence and precision. */
export function weighStatements(search: CampSearch, isAxis: boolean): void {
  const { judgements, styles, sides, byCode, byShape, mimicked, evidence, precision } = search;
  const { rowCount, rowStart, codes } = judgements;
  const { scores, shapes, expected, counts } = styles;
  byCode.fill(0);
  byShape.fill(0);
  const own = isAxis ? 0 : 1;
  for (let row = 0; row < rowCount; row++) {
    const side = sides[row]!;
    const line = row * 3;
    const a = side * expected[line]! - own * mimicked[line]!;
    const b = side * expected[line + 1]! - own * mimicked[line + 1]!;
    const c = side * expected[line + 2]! - own * mimicked[line + 2]!;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const code = codes[cell]!;
      const at = (code >> 1) * 3;
      byCode[code]! += side;
      byShape[at]! += a;
      byShape[at + 1]! += b;
      byShape[at + 2]! += c;
    }
  }
  for (let column = 0; column < evidence.length; column++) {
    const disagree = byCode[column * 2]!;
    const agree = byCode[column * 2 + 1]!;
    let sum = scores[column * 2]! * disagree + scores[column * 2 + 1]! * agree;
    for (let s = 0; s < 3; s++) {
      sum -= shapes[column * 3 + s]! * byShape[column * 3 + s]!;
    }
    evidence[column] = sum;
    const mean = (disagree + agree) / Math.max(counts[column]!, 1);
    precision[column] = counts[column]! * (1 - mean * mean);
  }
}
