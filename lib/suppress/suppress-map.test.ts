import fc from "fast-check";
import { expect, test } from "vitest";
import { smallestCrowd } from "../results/tally";
import { joinPlaces, joinTallies } from "./join-places";
import { type PeopledMap, suppressMap } from "./suppress-map";

type Place = PeopledMap["baseClusters"][number];

const point = fc.tuple(
  fc.double({ min: -9, max: 9, noNaN: true }),
  fc.double({ min: -9, max: 9, noNaN: true }),
);
const crowd = fc.array(fc.tuple(point, fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 }))), {
  minLength: 1,
  maxLength: 12,
});

/** Crowds by group, or one without groups, and so many people off the map. */
const maps = fc
  .record({
    crowds: fc.array(crowd, { minLength: 1, maxLength: 5 }),
    offMap: fc.oneof(fc.nat(6), fc.nat(60)),
  })
  .map(({ crowds, offMap }): PeopledMap => {
    const isGrouped = crowds.length > 1;
    const baseClusters = crowds
      .flatMap((places, group) =>
        places.map(([center, count]) => ({ center, count, group: isGrouped ? group : null })),
      )
      .map((place, id): Place => ({ id, ...place }));
    const sizes = crowds.map((places) => places.reduce((sum, [, count]) => sum + count, 0));
    const clustered = sizes.reduce((sum, size) => sum + size, 0);
    const groups = sizes.map((size, id) => ({
      id,
      letter: "ABCDE"[id]!,
      size,
      center: [1 / 3, 1 / 3] as [number, number],
      representative: [],
    }));
    return {
      participants: clustered + offMap,
      clustered,
      groups: isGrouped ? groups : [],
      baseClusters,
    };
  });

const isSmall = (people: number) => people > 0 && people < smallestCrowd;
const sum = (numbers: (number | null | undefined)[]) =>
  numbers.reduce<number>((total, one) => total + (one ?? 0), 0);

test("no number that is told is of fewer than five people", () => {
  fc.assert(
    fc.property(maps, (map) => {
      const told = suppressMap(map);
      const numbers = [
        told.clustered,
        ...told.groups.map(({ size }) => size),
        ...told.baseClusters.map(({ count }) => count),
      ];
      expect(numbers.filter((number) => number != null && isSmall(number))).toEqual([]);
      expect(told.baseClusters.every(({ members }) => members === undefined)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("none follows when what is told is subtracted", () => {
  fc.assert(
    fc.property(maps, (map) => {
      const { participants, clustered, groups, baseClusters } = suppressMap(map);
      fc.pre(participants >= smallestCrowd);
      const toldOnMap = sum(groups.map(({ size }) => size));
      if (groups.length > 0) {
        if (clustered !== null) expect(isSmall(clustered - toldOnMap)).toBe(false);
        expect(isSmall(participants - toldOnMap)).toBe(false);
      }
      if (clustered !== null) expect(isSmall(participants - clustered)).toBe(false);
      for (const { id, size } of groups) {
        const places = baseClusters.filter(({ group }) => group === id);
        expect(places.some(({ count }) => count === null)).toBe(size === null);
      }
      const isEveryPlaceTold = baseClusters.every(({ count }) => count !== null);
      if (isEveryPlaceTold) {
        expect(isSmall(participants - sum(baseClusters.map(({ count }) => count)))).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test("of a group that is hidden beside a small one, all but one place is told", () => {
  fc.assert(
    fc.property(maps, (map) => {
      const { groups, baseClusters } = suppressMap(map);
      for (const { id, size } of groups) {
        if (size !== null) continue;
        const untold = baseClusters.filter(({ group, count }) => group === id && count === null);
        expect(untold).toHaveLength(1);
      }
    }),
  );
});

test("where nobody is few everything is told as it is", () => {
  const place = (id: number, group: number, count: number): Place => ({
    id,
    center: [id / 7, -id / 3],
    group,
    count,
  });
  const map: PeopledMap = {
    participants: 40,
    clustered: 30,
    groups: [0, 1].map((id) => ({
      id,
      letter: "AB"[id]!,
      size: 15,
      center: [id, 0.123],
      representative: [],
    })),
    baseClusters: [place(1, 0, 9), place(2, 0, 6), place(4, 1, 15)],
  };
  expect(suppressMap(map)).toEqual(map);
});

test("done twice it is the same", () => {
  fc.assert(
    fc.property(maps, (map) => {
      const told = suppressMap(map);
      expect(suppressMap(told)).toEqual(told);
    }),
  );
});

test("how many are off the map is hidden rather than another group", () => {
  const place = (id: number, count: number): Place => ({ id, center: [id, 0], group: id, count });
  const map = (offMap: number): PeopledMap => ({
    participants: 33 + offMap,
    clustered: 33,
    groups: [3, 20, 10].map((size, id) => ({
      id,
      letter: "ABC"[id]!,
      size,
      center: [id, 0],
      representative: [],
    })),
    baseClusters: [place(0, 3), place(1, 20), place(2, 10)],
  });
  const tell = (offMap: number) => {
    const { clustered, groups } = suppressMap(map(offMap));
    return [clustered, ...groups.map(({ size }) => size)];
  };
  expect(tell(7)).toEqual([null, null, 20, 10]);
  expect(tell(0)).toEqual([33, null, 20, null]);
  expect(tell(2)).toEqual([null, null, 20, 10]);
  expect(tell(1)).toEqual([null, null, 20, null]);
});

test("places are joined within their group only, and nobody is lost", () => {
  fc.assert(
    fc.property(maps, ({ baseClusters, groups }) => {
      const { places, placeOf } = joinPlaces(baseClusters);
      const groupOf = new Map(places.map(({ id, group }) => [id, group]));
      for (const { id, group } of baseClusters) expect(groupOf.get(placeOf.get(id)!)).toBe(group);
      for (const group of groups.length > 0 ? groups.map(({ id }) => id) : [null]) {
        const countIn = (list: readonly Place[]) =>
          sum(list.filter((place) => place.group === group).map(({ count }) => count));
        expect(countIn(places)).toBe(countIn(baseClusters));
      }
      const tallies = baseClusters.map(({ id, count }) => ({
        cluster: id,
        agrees: count!,
        disagrees: 0,
        passes: 0,
      }));
      const joined = new Map(
        joinTallies(tallies, placeOf).map(({ cluster, agrees }) => [cluster, agrees]),
      );
      expect(joined).toEqual(new Map(places.map(({ id, count }) => [id, count])));
    }),
  );
});
