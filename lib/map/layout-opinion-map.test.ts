import { describe, expect, test } from "vitest";
import { layoutOpinionMap } from "./layout-opinion-map";
import { createSource, twoCamps } from "./testing-source";

const size = { width: 840, height: 600 };

/** Rings of a path with relative steps, as absolute px. */
function readRings(path: string): [number, number][][] {
  return path
    .split("M")
    .slice(1)
    .map((ring) => {
      const [start, ...steps] = ring.replace("Z", "").split("l");
      let [x, y] = start!.split(",").map(Number) as [number, number];
      const points: [number, number][] = [[x, y]];
      for (const step of steps) {
        const [dx, dy] = step.split(",").map(Number) as [number, number];
        [x, y] = [x + dx, y + dy];
        points.push([x, y]);
      }
      return points;
    });
}

function area(path: string): number {
  let doubled = 0;
  for (const ring of readRings(path)) {
    ring.forEach(([x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length]!;
      doubled += x * nextY - nextX * y;
    });
  }
  return Math.abs(doubled) / 2;
}

describe("layoutOpinionMap", () => {
  test("raises an island for each group, with its letter on it", () => {
    const { islands, marks } = layoutOpinionMap(twoCamps(), size);
    expect(islands.map((island) => island.letter)).toEqual(["A", "B"]);
    expect(marks.map(({ letter, size: people }) => [letter, people])).toEqual([
      ["A", 23],
      ["B", 23],
    ]);
    expect(marks[0]!.at[0]).toBeLessThan(size.width / 2);
    expect(marks[1]!.at[0]).toBeGreaterThan(size.width / 2);
  });

  test("leaves water between two groups", () => {
    const { islands } = layoutOpinionMap(twoCamps(), size);
    const [west, east] = islands.map((island) => readRings(island.levels[0]!).flat());
    const coastOfWest = Math.max(...west!.map(([x]) => x));
    const coastOfEast = Math.min(...east!.map(([x]) => x));
    expect(coastOfEast - coastOfWest).toBeGreaterThan(10);
  });

  test("each level lies within the one below it", () => {
    for (const { levels } of layoutOpinionMap(twoCamps(), size).islands) {
      const areas = levels.map(area);
      expect(areas.length).toBeGreaterThan(3);
      expect(areas).toEqual([...areas].sort((a, b) => b - a));
    }
  });

  test("draws the coast around nearly all of the land's people and inside the drawing", () => {
    for (const { levels } of layoutOpinionMap(twoCamps(), size).islands) {
      for (const [x, y] of readRings(levels[0]!).flat()) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(size.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(size.height);
      }
    }
  });

  test("a small group has an island of its own beside a large one", () => {
    const source = createSource([
      ...Array.from({ length: 12 }, (_, i) => ({
        at: [-2 + (i % 4) * 0.2, Math.floor(i / 4) * 0.2] as [number, number],
        group: 0,
        count: 80,
      })),
      { at: [2, 0], group: 1, count: 2 },
      { at: [2.3, 0.2], group: 1, count: 2 },
    ]);
    const small = layoutOpinionMap(source, size).islands.find((island) => island.letter === "B");
    expect(area(small!.levels[0]!)).toBeGreaterThan(2000);
  });

  test("without groups everybody shares one land without a letter", () => {
    const source = createSource([
      { at: [-1, 0], group: null, count: 3 },
      { at: [1, 0.5], group: null, count: 3 },
    ]);
    const { islands, marks, villages } = layoutOpinionMap(source, size);
    expect(islands.map((island) => island.letter)).toEqual([null]);
    expect(villages.map((village) => village.letter)).toEqual([null]);
    expect(marks).toEqual([]);
  });

  test("nobody at all is open water", () => {
    const layout = layoutOpinionMap(createSource([]), size);
    expect(layout.islands).toEqual([]);
    expect(layout.villages).toEqual([]);
    expect(layout.shallows.join("")).toBe("");
  });

  test("you stand where your base cluster stands", () => {
    const source = twoCamps();
    const { scene, you } = layoutOpinionMap(source, size, source.baseClusters[0]!.center);
    expect(you).toEqual([scene.villages[0]!.x, scene.villages[0]!.y]);
  });

  test("the same analysis gives the same bytes", () => {
    expect(JSON.stringify(layoutOpinionMap(twoCamps(), size))).toBe(
      JSON.stringify(layoutOpinionMap(twoCamps(), size)),
    );
  });
});
