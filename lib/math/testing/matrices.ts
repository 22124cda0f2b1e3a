import fc from "fast-check";
import { createRandom } from "../random";
import type { AnalysisStatement } from "../votes/statement-flags";
import { createVoteMatrix, type VoteMatrix } from "../votes/vote-matrix";

type Cell = 1 | 0 | -1 | null;

/** A matrix from rows by participant id, cells by statement id; null is not voted. */
export function matrixOf(rows: readonly (readonly Cell[])[]): VoteMatrix {
  const votes = rows.flatMap((row, participant) =>
    row.flatMap((value, statement) => (value === null ? [] : [{ participant, statement, value }])),
  );
  return createVoteMatrix({
    participant: Int32Array.from(votes, ({ participant }) => participant),
    statement: Int32Array.from(votes, ({ statement }) => statement),
    value: Int8Array.from(votes, ({ value }) => value),
  });
}

/** Accepted statements 0 to count - 1. */
export function acceptedStatements(count: number): AnalysisStatement[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    moderation: "accepted",
    isMetadata: false,
  }));
}

/** Rows of random votes with about a third of the cells missing; no ties and no symmetry to speak of. */
export function randomRows(seed: number, participants: number, statements: number): Cell[][] {
  const random = createRandom(seed);
  const draw = (): Cell => ([1, 1, 0, -1, -1, null, null] as const)[Math.floor(random() * 7)]!;
  return Array.from({ length: participants }, () => Array.from({ length: statements }, draw));
}

/** Any votes at all, small: the degenerate cases are among them. */
export function anyRows(): fc.Arbitrary<Cell[][]> {
  const cell = fc.constantFrom<Cell>(1, 0, -1, null);
  return fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 6 })).chain(([participants, statements]) =>
    fc.array(fc.array(cell, { minLength: statements, maxLength: statements }), {
      minLength: participants,
      maxLength: participants,
    }),
  );
}
