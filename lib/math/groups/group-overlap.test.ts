import fc from "fast-check";
import { expect, test } from "vitest";
import { computeAdjustedRandIndex, rateAgreement } from "./adjusted-rand-index";
import { crossTabulate } from "./contingency";
import { computeGroupOverlaps } from "./group-overlap";

const sizes = { rows: 3, columns: 4 };
const items = fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: -1, max: 3 })), {
  maxLength: 30,
});

test("a group overlaps most with the one that shares most of both", () => {
  const first = [0, 0, 0, 0, 1, 1, 1, -1];
  const second = [0, 0, 0, 1, 1, 1, 2, 2];
  const overlaps = computeGroupOverlaps(crossTabulate(first, second, sizes));
  expect([...overlaps]).toEqual([3 / 4, 2 / 4, -1]);
});

test("counts give the same agreement as the labels of those who are in both partitions", () => {
  fc.assert(
    fc.property(items, (pairs) => {
      const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      const both = pairs.filter(([a, b]) => a >= 0 && b >= 0);
      const byLabels = computeAdjustedRandIndex(
        both.map(([a]) => a),
        both.map(([, b]) => b),
      );
      expect(rateAgreement(crossTabulate(first, second, sizes))).toBe(byLabels);
    }),
  );
});

test("overlaps are shares, all of them 1 where nothing changed, whatever the labels", () => {
  fc.assert(
    fc.property(items, (pairs) => {
      const first = pairs.map(([a]) => a);
      const turned = first.map((group) => (group === -1 ? -1 : 3 - group));
      const same = computeGroupOverlaps(crossTabulate(first, turned, sizes));
      expect([...same]).toEqual([0, 1, 2].map((group) => (first.includes(group) ? 1 : -1)));
      const others = pairs.map(([, b]) => b);
      for (const overlap of computeGroupOverlaps(crossTabulate(first, others, sizes))) {
        expect(overlap === -1 || (overlap >= 0 && overlap <= 1)).toBe(true);
      }
    }),
  );
});
