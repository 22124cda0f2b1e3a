import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countPeople } from "./count-people";
import { createScene } from "./create-scene";
import type { Point } from "./scene";
import { createSource, twoCamps } from "./testing-source";

const size = { width: 840, height: 600 };
const clusters = fc.array(
  fc.record({
    at: fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })),
    group: fc.constantFrom(0, 1, 2, null),
    count: fc.integer({ min: 1, max: 400 }),
  }),
  { maxLength: 60 },
);

describe("createScene", () => {
  test("nobody falls off the map, however far out", () => {
    fc.assert(
      fc.property(clusters, (people) => {
        for (const { x, y } of createScene(createSource(people), size).villages) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(size.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(size.height);
        }
      }),
    );
  });

  test("both axes have the same scale and y points up", () => {
    const square: Point[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    const source = createSource(square.map((at) => ({ at, group: 0 })));
    const [a, b, c, d] = createScene(source, size).villages;
    expect(b!.x - a!.x).toBeCloseTo(a!.y - d!.y, 9);
    expect(c!.x).toBeCloseTo(b!.x, 9);
    expect(c!.y).toBeLessThan(b!.y);
  });

  test("the frame's matrix turns the map: a quarter turn moves east to north", () => {
    const source = createSource([
      { at: [-1, 0], group: 0 },
      { at: [1, 0], group: 0 },
    ]);
    source.frame.matrix = [
      [0, -1],
      [1, 0],
    ];
    const [west, east] = createScene(source, size).villages;
    expect(east!.x).toBeCloseTo(west!.x, 9);
    expect(east!.y).toBeLessThan(west!.y);
  });

  test("one person far out does not shrink the others", () => {
    const near = twoCamps();
    const far = createSource([
      ...near.baseClusters.map((cluster) => ({
        at: cluster.center,
        group: cluster.group,
        count: countPeople(cluster),
      })),
      { at: [90, 90], group: 1 },
    ]);
    const spanOf = (source: typeof near) => {
      const { villages } = createScene(source, size);
      return villages[19]!.x - villages[0]!.x;
    };
    expect(spanOf(far)).toBeGreaterThan(spanOf(near) * 0.6);
  });

  test("people who all stand at one point are in the middle", () => {
    const source = createSource([
      { at: [3, 3], group: null, count: 9 },
      { at: [3, 3], group: null },
    ]);
    for (const { x, y } of createScene(source, size).villages) {
      expect([x, y]).toEqual([420, 300]);
    }
  });

  test("the order of base clusters changes nothing", () => {
    const source = twoCamps();
    const reversed = { ...source, baseClusters: [...source.baseClusters].reverse() };
    expect(createScene(reversed, size)).toEqual(createScene(source, size));
  });
});
