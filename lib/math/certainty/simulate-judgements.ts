import type { Random } from "../random";
import type { Judgements } from "./judgements";
import type { VotingStyles } from "./voting-styles";

/** Nobody is taken to be surer of an answer than this, or a total might be out of reach. */
const smallestChance = 1e-6;

/** What all simulations of the same participants judging the same statements share. */
export interface JudgementModel {
  judgements: Judgements;
  columns: readonly ColumnModel[];
}

interface ColumnModel {
  /** Cells of `judgements.codes` with a judgement on the statement, ascending. */
  cells: readonly number[];
  /** How many of them agree: the same in every simulation. */
  agrees: number;
  /** cells x (agrees + 1): chance of agreeing when so many agrees are left for this cell and those after. */
  chances: Float64Array;
}

/**
 * Prepares simulations in which participants judge by their styles alone, and as many agree with each
 * statement as did.
 *
 * Without the second, agree shares are uncertain twice: the shares that simulations start from have
 * been estimated already, and each estimates them anew. Where a statement has some twenty
 * judgements that moved the simulations away from the votes, and 25 of 200 conversations of
 * independent votes (1,000 x 200, one vote in ten cast) passed for groups. Given the totals nothing
 * of the shares is left to estimate.
 * @param styles rows x 3
 * @see Chen, Dempster and Liu 1994, Weighted finite population sampling to maximize entropy (draws of
 *   unequal chance with a fixed total)
 */
export function modelJudgements(
  judgements: Judgements,
  { agreeShares, shapes }: VotingStyles,
  styles: Float64Array,
): JudgementModel {
  const { rowCount, columnCount, rowStart, codes } = judgements;
  const chance = new Float64Array(codes.length);
  const columns = Array.from({ length: columnCount }, () => ({ cells: [] as number[], agrees: 0 }));
  for (let row = 0; row < rowCount; row++) {
    const line = row * 3;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell++) {
      const column = codes[cell]! >> 1;
      const at = column * 3;
      const share = agreeShares[column]!;
      const shift =
        styles[line]! * shapes[at]! +
        styles[line + 1]! * shapes[at + 1]! +
        styles[line + 2]! * shapes[at + 2]!;
      const wanted = share + Math.sqrt(share * (1 - share)) * shift;
      chance[cell] = Math.min(1 - smallestChance, Math.max(smallestChance, wanted));
      columns[column]!.cells.push(cell);
      columns[column]!.agrees += codes[cell]! & 1;
    }
  }
  return {
    judgements,
    columns: columns.map(({ cells, agrees }) => {
      const chances = fixTotal(
        cells.map((cell) => chance[cell]!),
        agrees,
      );
      return { cells, agrees, chances };
    }),
  };
}

/** Chances that independent answers have once it is known how many of them agree. */
function fixTotal(chances: readonly number[], agrees: number): Float64Array {
  const width = agrees + 1;
  const fixed = new Float64Array(chances.length * width);
  /** How likely exactly so many of the answers after this one agree, up to a common factor. */
  const likelihoods = new Float64Array(width);
  likelihoods[0] = 1;
  for (let answer = chances.length - 1; answer >= 0; answer--) {
    const chance = chances[answer]!;
    let largest = 0;
    for (let left = agrees; left >= 0; left--) {
      const agreeing = left > 0 ? chance * likelihoods[left - 1]! : 0;
      const both = agreeing + (1 - chance) * likelihoods[left]!;
      fixed[answer * width + left] = both > 0 ? agreeing / both : 0;
      likelihoods[left] = both;
      largest = Math.max(largest, both);
    }
    for (let left = 0; left < width; left++) likelihoods[left]! /= largest;
  }
  return fixed;
}

/** The same participants judging the same statements, each answer drawn anew. */
export function simulateJudgements(
  { judgements, columns }: JudgementModel,
  random: Random,
): Judgements {
  const codes = new Int32Array(judgements.codes.length);
  for (const [column, { cells, agrees, chances }] of columns.entries()) {
    let left = agrees;
    for (let answer = 0; answer < cells.length; answer++) {
      const isAgreeing = random() < chances[answer * (agrees + 1) + left]!;
      if (isAgreeing) left -= 1;
      codes[cells[answer]!] = column * 2 + (isAgreeing ? 1 : 0);
    }
  }
  return { ...judgements, codes };
}
