import { blendDensity, measureDensity } from "./density";
import type { OpinionMapLayout } from "./layout-opinion-map";
import { type Island, type Land, movingDetail, shapeIsland, shapeShallow } from "./shape-islands";

/**
 * Prepares the way of the land from one map to the next. Each call draws one island or one of the
 * lines in the water anew, in turn, and leaves the rest as it was last: land moves slowly, and a
 * frame on a slow phone has time for a part of it.
 * @returns the land at a moment, 0..1, which must not go back
 */
export function blendLand(from: OpinionMapLayout, to: OpinionMapLayout): (moment: number) => Land {
  const detail = movingDetail(to.scene.size);
  const densityAt = blendDensity(
    measureDensity(from.scene, detail),
    measureDensity(to.scene, detail),
  );
  const drawn = new Map<string | null, Island | null>(
    from.islands.map((island) => [island.letter, island]),
  );
  let shallows: (string | null)[] = detail.shallows.map((_, index) => from.shallows[index] ?? null);
  let turn = 0;
  return (moment) => {
    const density = densityAt(moment);
    const due = turn % (density.length + shallows.length);
    turn += 1;
    density.forEach(({ letter }, index) => {
      if (index === due || !drawn.has(letter)) drawn.set(letter, shapeIsland(density, index));
    });
    shallows = shallows.map((line, index) =>
      line === null || due === density.length + index ? shapeShallow(density, detail, index) : line,
    );
    return {
      islands: density.flatMap(({ letter }) => drawn.get(letter) ?? []),
      shallows: shallows.filter((line) => line !== null),
    };
  };
}
