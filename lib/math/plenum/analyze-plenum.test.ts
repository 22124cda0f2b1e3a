import fc from "fast-check";
import { expect, test } from "vitest";
import { createEngine } from "../engine";
import { computePolisAnalysis } from "../polis/analyze-polis";
import { anyRows, matrixOf } from "../testing/matrices";
import { packVotes } from "../votes/packed-votes";

test("both profiles cluster the same people, also where equals are topped up to fifteen", () => {
  fc.assert(
    fc.property(anyRows(), (rows) => {
      const clustered = ({ rows }: ReturnType<typeof computePolisAnalysis>) =>
        rows.participants.filter((_, row) => rows.clusterIds[row] !== -1);
      const polis = computePolisAnalysis({ votes: matrixOf(rows), statements: [] });
      const plenum = createEngine(packVotes(matrixOf(rows))).analyze({ statements: [] });
      expect(clustered(plenum)).toEqual(clustered(polis));
    }),
  );
});
