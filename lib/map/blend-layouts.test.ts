import { describe, expect, test } from "vitest";
import { blendLayouts } from "./blend-layouts";
import { layoutOpinionMap } from "./layout-opinion-map";
import { matchVillages } from "./match-villages";
import type { MapSource, Village } from "./scene";
import { createSource, twoCamps } from "./testing-source";

const size = { width: 840, height: 600 };

function withoutFirst(source: MapSource): MapSource {
  // Ids shift by one, as they do when a base cluster before all others comes or goes.
  const baseClusters = source.baseClusters.slice(1).map((cluster, id) => ({ ...cluster, id }));
  return { ...source, baseClusters };
}

const totalWeight = (villages: Village[]) =>
  villages.reduce((sum, village) => sum + village.weight, 0);

describe("blendLayouts", () => {
  const from = layoutOpinionMap(twoCamps(), size);
  const to = layoutOpinionMap(withoutFirst(twoCamps()), size);

  test("begins and ends exactly at the two layouts", () => {
    const at = blendLayouts(from, to);
    expect(at(0)).toBe(from);
    expect(at(1)).toBe(to);
  });

  test("moves a village in a straight line", () => {
    const apart = (x: number) =>
      layoutOpinionMap(
        createSource([
          { at: [-1, -1], group: 0, count: 50 },
          { at: [1, 1], group: 0, count: 50 },
          { at: [x, 0], group: 0, count: 1 },
        ]),
        size,
      );
    const [start, end] = [apart(-0.5), apart(0.5)];
    const middle = blendLayouts(start, end)(0.5).scene.villages[2]!;
    expect(middle.x).toBeCloseTo((start.scene.villages[2]!.x + end.scene.villages[2]!.x) / 2, 9);
  });

  test("moves you from your old place to your new one", () => {
    const [start, end] = [
      layoutOpinionMap(twoCamps(), size, [-2, 0]),
      layoutOpinionMap(twoCamps(), size, [2, 0]),
    ];
    const [x, y] = blendLayouts(start, end)(0.5).you!;
    expect(x).toBeCloseTo((start.you![0] + end.you![0]) / 2, 9);
    expect(y).toBeCloseTo((start.you![1] + end.you![1]) / 2, 9);
  });

  test("draws the groups on the whole way to and from a map without any", () => {
    const { baseClusters, ...rest } = twoCamps();
    const none = layoutOpinionMap(
      { ...rest, groups: [], baseClusters: baseClusters.map((one) => ({ ...one, group: null })) },
      size,
    );
    for (const at of [blendLayouts(none, from), blendLayouts(from, none)]) {
      for (const moment of [0.01, 0.5, 0.99]) {
        const { islands, villages } = at(moment);
        expect(islands.map(({ letter }) => letter)).toEqual(["A", "B"]);
        expect(JSON.stringify({ islands, villages })).not.toMatch(/null|NaN/);
      }
    }
  });

  test("keeps the number of people between that of the two", () => {
    const [before, after] = [totalWeight(from.scene.villages), totalWeight(to.scene.villages)];
    expect(totalWeight(blendLayouts(from, to)(0.5).scene.villages)).toBeCloseTo(
      (before + after) / 2,
      9,
    );
  });

  test("villages that change groups belong to both on the way", () => {
    const before = createSource([{ at: [0, 0], group: 0, count: 4 }]);
    const after = createSource([{ at: [0, 0], group: 1, count: 4 }]);
    const blend = blendLayouts(layoutOpinionMap(before, size), layoutOpinionMap(after, size));
    expect(blend(0.25).scene.villages[0]!.shares).toEqual({ A: 0.75, B: 0.25 });
  });

  test("from open water land appears without a number that is none", () => {
    const empty = layoutOpinionMap(createSource([]), size);
    for (const moment of [0.01, 0.5, 0.99]) {
      const { you, ...drawn } = blendLayouts(empty, to)(moment);
      expect(you).toBeNull();
      expect(JSON.stringify(drawn)).not.toMatch(/null|NaN/);
    }
  });
});

describe("matchVillages", () => {
  test("pairs by place, not by id, when ids have shifted", () => {
    const before = layoutOpinionMap(twoCamps(), size).scene.villages;
    const after = before.slice(1).map((village) => ({ ...village, id: village.id - 1 }));
    const pairs = matchVillages(before, after);
    for (const { from, to } of pairs.filter((pair) => pair.to)) {
      expect([from?.x, from?.y]).toEqual([to?.x, to?.y]);
    }
    expect(pairs.filter((pair) => !pair.to).map((pair) => pair.from?.id)).toEqual([0]);
  });
});
