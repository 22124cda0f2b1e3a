import { expect, test } from "vitest";
import { countClusterVotes } from "./cluster-votes";
import { createVoteStore } from "./vote-store";

test("counts the votes of each base cluster, and of nobody without one", () => {
  const store = createVoteStore();
  store.set(1, 5, 1);
  store.set(2, 5, -1);
  store.set(2, 8, 0);
  store.set(3, 5, 1);
  store.set(4, 8, 1);
  const found = countClusterVotes(store.read(), { clusterIds: Int32Array.of(9, 4, 9, -1) });
  expect([...found.clusters]).toEqual([9, 4]);
  expect([...found.statements]).toEqual([5, 8]);
  const told = found.counts.map(({ agrees, disagrees, seen }) => [agrees, disagrees, seen]);
  expect(told.map((sides) => sides.map((side) => [...side]))).toEqual([
    [
      [2, 0],
      [0, 0],
      [2, 0],
    ],
    [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
  ]);
});
