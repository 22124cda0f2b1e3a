import type { StatementResult } from "../results/results-view";
import { countVoters, smallestCrowd, type Tally } from "../results/tally";

/** What a row says of a statement besides figures. */
export interface RowWords {
  text: string;
  lang: string | undefined;
  /** Its own words where `text` is a translation. */
  original: { text: string; lang: string | undefined } | null;
  /** What leads to its answer; left out where there is none. */
  answer?: string;
}

/**
 * How a crowd voted: agree, disagree, passed, did not vote (null: not told); "few" when it is too small to be told of,
 * null where it is not counted.
 */
export type RowCell = readonly [number, number, number, number | null] | "few" | null;

/** A statement in the table of all: as small as it can be sent, for there are thousands. */
export interface StatementRow {
  id: number;
  /** Null once its author took it back. */
  words: RowWords | null;
  /** Everybody, then each group. */
  cells: RowCell[];
}

/** The rows of the table of all statements. */
export function listStatementRows(
  results: readonly StatementResult[],
  letters: readonly string[],
  wordsOf: (statement: number) => RowWords | null,
): StatementRow[] {
  return results.map(({ statement, all, groups }) => ({
    id: statement,
    words: wordsOf(statement),
    cells: [
      toCell(all),
      ...letters.map((letter) => toCell(groups.find((group) => group.letter === letter)?.tally)),
    ],
  }));
}

/** A statement about the participants has no votes of groups. */
function toCell(tally: Tally | undefined): RowCell {
  if (!tally) return null;
  const voters = countVoters(tally);
  if (tally.isHidden || (voters > 0 && voters < smallestCrowd)) return "few";
  return [tally.agrees, tally.disagrees, tally.passes, tally.notVoted];
}
