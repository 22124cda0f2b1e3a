import { codesPerColumn, type PackedVotes } from "../votes/packed-votes";
import type { SymmetricOperator, VectorPair } from "./leading-eigenpairs";

/**
 * X'X without forming it, X the deviations with 0 for a vote not given: two passes over the votes of
 * each row, by table lookup.
 * @param deviations by code
 * @param columns those that X has, ascending; the others deviate by 0
 * @see MATH.md B2
 */
export function createVoteOperator(
  { participants, rowStart, codes }: PackedVotes,
  deviations: Float64Array,
  columns: Int32Array,
): SymmetricOperator {
  // Both vectors of a code side by side.
  const steps = new Float64Array(2 * deviations.length);
  const sums = new Float64Array(2 * deviations.length);

  const spread = (vectors: VectorPair) => {
    for (let i = 0; i < columns.length; i++) {
      for (let side = 0; side < codesPerColumn; side++) {
        const code = columns[i]! * codesPerColumn + side;
        steps[2 * code] = deviations[code]! * vectors[0][i]!;
        steps[2 * code + 1] = deviations[code]! * vectors[1][i]!;
      }
    }
  };

  const gather = (products: VectorPair) => {
    for (let i = 0; i < columns.length; i++) {
      const code = columns[i]! * codesPerColumn;
      for (const axis of [0, 1] as const) {
        products[axis][i] =
          deviations[code]! * sums[2 * code + axis]! +
          deviations[code + 1]! * sums[2 * code + 2 + axis]! +
          deviations[code + 2]! * sums[2 * code + 4 + axis]!;
      }
    }
  };

  return {
    size: columns.length,
    multiply(vectors, products) {
      spread(vectors);
      sums.fill(0);
      for (let row = 0; row < participants.length; row++) {
        const from = rowStart[row]!;
        const to = rowStart[row + 1]!;
        let first = 0;
        let second = 0;
        for (let cell = from; cell < to; cell++) {
          const at = 2 * codes[cell]!;
          first += steps[at]!;
          second += steps[at + 1]!;
        }
        for (let cell = from; cell < to; cell++) {
          const at = 2 * codes[cell]!;
          sums[at]! += first;
          sums[at + 1]! += second;
        }
      }
      gather(products);
    },
  };
}
