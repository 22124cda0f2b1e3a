import { expect, test } from "vitest";
import { continueClusters } from "./k-means-warm-start";

const points = Float64Array.of(0, 0, 2, 0, 10, 0, 10, 6);
const listed = ({ ids, coordinates }: ReturnType<typeof continueClusters>) =>
  Array.from(ids, (id, index) => [id, coordinates[2 * index], coordinates[2 * index + 1]]);

test("clusters move with their members and keep their ids", () => {
  const earlier = [
    { id: 7, members: [2, 3] },
    { id: 4, members: [0, 1] },
  ];
  expect(listed(continueClusters({ points }, earlier, 2))).toEqual([
    [4, 1, 0],
    [7, 10, 3],
  ]);
});

test("a cluster without members is dropped; if none is left, all are one new cluster", () => {
  const gone = [
    { id: 3, members: [] },
    { id: 5, members: [] },
  ];
  expect(listed(continueClusters({ points }, gone, 1))).toEqual([[6, 5.5, 1.5]]);
  const one = [
    { id: 3, members: [] },
    { id: 1, members: [0, 1] },
  ];
  expect(listed(continueClusters({ points }, one, 1))).toEqual([[1, 1, 0]]);
});

test("clusters at one place merge under the id of the larger, of equals the later", () => {
  const same = Float64Array.of(1, 1, 1, 1, 1, 1);
  const merged = (first: number[], second: number[]) =>
    listed(
      continueClusters(
        { points: same },
        [
          { id: 2, members: first },
          { id: 9, members: second },
        ],
        3,
      ),
    );
  expect(merged([0, 1], [2])).toEqual([[2, 1, 1]]);
  expect(merged([0], [1])).toEqual([[9, 1, 1]]);
});

test("while there are too few, the farthest point becomes a cluster of its own", () => {
  const earlier = [{ id: 0, members: [0, 1, 2] }];
  expect(listed(continueClusters({ points }, earlier, 2))).toEqual([
    [0, 4, 0],
    [1, 10, 6],
  ]);
  expect(listed(continueClusters({ points }, earlier, 3))).toEqual([
    [0, 1, 0],
    [1, 10, 6],
    [2, 10, 0],
  ]);
});

test("of points equally far the last is taken", () => {
  // One cluster at 0, 0; the points 4 to its left and right are both 4 away.
  const cross = Float64Array.of(-4, 0, 4, 0, 0, 1, 0, -1);
  expect(
    listed(continueClusters({ points: cross }, [{ id: 0, members: [0, 1, 2, 3] }], 2)),
  ).toEqual([
    [0, -4 / 3, 0],
    [1, 4, 0],
  ]);
});

test("heavy points draw their cluster towards them", () => {
  const weights = Float64Array.of(3, 1, 1, 1);
  const earlier = [{ id: 0, members: [0, 1] }];
  // (3 * 0 + 1 * 2) / 4
  expect(listed(continueClusters({ points, weights }, earlier, 1))).toEqual([[0, 0.5, 0]]);
});

test("never more clusters than distinct points, and never fewer than before", () => {
  expect(
    continueClusters({ points: Float64Array.of(1, 1, 1, 1) }, [{ id: 0, members: [0] }], 4).ids
      .length,
  ).toBe(1);
  const three = [0, 1, 2].map((id) => ({ id, members: [id] }));
  expect(continueClusters({ points }, three, 2).ids).toHaveLength(3);
  expect(continueClusters({ points: new Float64Array(0) }, three, 2).ids).toHaveLength(0);
});
