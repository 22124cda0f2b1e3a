import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRows, matrixOf } from "../testing/matrices";
import { simulateVotes } from "../testing/simulated-votes";
import {
  countCodes,
  countGroupsOfTotal,
  countPackedVotes,
  countPackedVotesByGroup,
} from "./count-codes";
import { packVotes } from "./packed-votes";
import { countVotes, countVotesByGroup } from "./vote-counts";

test("counts by group what the matrix counts", () => {
  fc.assert(
    fc.property(anyRows(), fc.array(fc.integer({ min: -1, max: 2 })), (rows, groups) => {
      const matrix = matrixOf(rows);
      const groupOfRow = Int32Array.from(matrix.participants, (_, row) => groups[row] ?? -1);
      const votes = packVotes(matrix);
      expect(countPackedVotes(votes)).toEqual(countVotes(matrix));
      expect(countPackedVotesByGroup(votes, groupOfRow, 4)).toEqual(
        countVotesByGroup(matrix, groupOfRow, 4),
      );
    }),
  );
});

test.each([{ nobodys: 0 }, { nobodys: 30 }, { nobodys: 200 }])(
  "groups counted from the totals are those counted vote by vote, $nobodys rows nobody's",
  ({ nobodys }) => {
    const simulated = simulateVotes({
      participants: 300,
      statements: 20,
      votesPerParticipant: 9,
      groups: 3,
      seed: 5,
    });
    const { votes } = simulated;
    const groupOfRow = simulated.groupOfRow.map((group, row) => (row < nobodys ? -1 : group));
    expect(countGroupsOfTotal(votes, countCodes(votes), groupOfRow, 4)).toEqual(
      countPackedVotesByGroup(votes, groupOfRow, 4),
    );
  },
);
