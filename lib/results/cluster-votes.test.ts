import { expect, test } from "vitest";
import type { ClusterVotes } from "@/lib/math/votes/cluster-votes";
import { packClusterVotes, readClusterVotes } from "./cluster-votes";

/** Two base clusters and two statements; `most` people of the second agree with the second one. */
function votesWith(most: number): ClusterVotes {
  const side = (...counts: number[]) => Int32Array.from(counts);
  return {
    clusters: side(3, 70_000),
    statements: side(0, 12),
    counts: [
      { agrees: side(1, 0), disagrees: side(2, 0), seen: side(6, 0) },
      { agrees: side(0, most), disagrees: side(0, 4), seen: side(0, most + 5) },
    ],
  };
}

test.each([7, 300, 70_000])("gives back what was packed, with counts up to %i", (most) => {
  const packed = packClusterVotes(votesWith(most));
  expect(readClusterVotes(packed, 0)).toEqual([
    { cluster: 3, agrees: 1, disagrees: 2, passes: 3 },
    { cluster: 70_000, agrees: 0, disagrees: 0, passes: 0 },
  ]);
  expect(readClusterVotes(packed, 12)).toEqual([
    { cluster: 3, agrees: 0, disagrees: 0, passes: 0 },
    { cluster: 70_000, agrees: most, disagrees: 4, passes: 1 },
  ]);
});

test("knows nothing of a statement without votes", () => {
  expect(readClusterVotes(packClusterVotes(votesWith(1)), 5)).toBeNull();
});

test("takes a byte a count where there are few people", () => {
  const ids = 2 * 4 + 2 * 4;
  expect(packClusterVotes(votesWith(7))).toHaveLength(12 + ids + 2 * 2 * 3);
});
