import { expect, test } from "vitest";
import { chooseGroupCount, smoothGroupCount } from "./group-count";

test("of two k with the same silhouette the larger wins", () => {
  const tied = [
    { k: 2, silhouette: 0.4 },
    { k: 3, silhouette: 0.5 },
    { k: 4, silhouette: 0.5 },
    { k: 5, silhouette: 0.1 },
  ];
  expect(chooseGroupCount(tied)).toBe(4);
  expect(chooseGroupCount([])).toBe(0);
  expect(chooseGroupCount([{ k: 2, silhouette: -0.2 }])).toBe(2);
});

function shownCounts(best: number[], available = [2, 3, 4, 5]): number[] {
  let state: ReturnType<typeof smoothGroupCount> | undefined;
  return best.map((k) => {
    state = smoothGroupCount({ best: k, available }, state, 4);
    return state.k;
  });
}

test("the first number of groups is shown at once, another once it has won four times running", () => {
  expect(shownCounts([3, 2, 2, 2, 2])).toEqual([3, 3, 3, 3, 2]);
  expect(shownCounts([3, 2, 2, 2, 3, 2, 2, 2, 2])).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 2]);
  expect(shownCounts([3, 2, 4, 2, 4, 2, 4])).toEqual([3, 3, 3, 3, 3, 3, 3]);
});

test("a number of groups that cannot be had any more gives way at once", () => {
  const shown = { k: 5, smoother: { lastK: 5, lastKCount: 9 } };
  expect(smoothGroupCount({ best: 2, available: [2, 3] }, shown, 4)).toEqual({
    k: 2,
    smoother: { lastK: 2, lastKCount: 1 },
  });
});
