import { contourPath } from "./contour-path";
import { type DensityLayer, ownLand } from "./density";
import { createField, type Field } from "./density-field";
import type { Size } from "./scene";

/** How finely land is drawn. */
export interface Detail {
  /** The coast encloses the first share (0..1) of a group's density, each further line a denser part. */
  enclosedShares: number[];
  /** Lines in the water, as parts of the coast's height. */
  shallows: number[];
  /** px a cell of the grid: small is smooth and slow */
  cellPx: number;
}

/** For a map that fills a page: about 3 ms and 30 kB for 100 villages at 840 x 560. */
export function fullDetail(size: Size): Detail {
  return {
    enclosedShares: [0.93, 0.74, 0.52, 0.3, 0.13],
    shallows: [0.55, 0.22, 0.05],
    cellPx: Math.max(4, Math.max(size.width, size.height) / 150),
  };
}

/** While it moves, when nobody looks closely: a quarter of the cells. */
export function movingDetail(size: Size): Detail {
  const detail = fullDetail(size);
  return { ...detail, cellPx: detail.cellPx * 2 };
}

/** For a map on a card: 4 kB. */
export const miniDetail: Detail = { enclosedShares: [0.93, 0.52, 0.2], shallows: [0.3], cellPx: 6 };

/** Islets smaller than this many cells are noise of the grid. */
const smallestCells = 6;

/** A group drawn as land. Paths are SVG `d` in px, fill rule evenodd. */
export interface Island {
  /** null: everybody, when no groups are reported */
  letter: string | null;
  /** The coast first, then ever denser land, each within the one before. */
  levels: string[];
}

export interface Land {
  islands: Island[];
  /** Lines around all coasts, nearest first. */
  shallows: string[];
}

/**
 * Raises land where people are, cut at the heights that enclose fixed shares of each group: a small
 * group therefore has an island of its own, not a speck beside a large one.
 * @returns no islands where nobody is
 */
export function shapeIslands(density: DensityLayer[], detail: Detail): Land {
  return {
    islands: density.flatMap((_, index) => shapeIsland(density, index) ?? []),
    shallows: shapeShallows(density, detail),
  };
}

/** The land of one group; null where it has none. */
export function shapeIsland(density: DensityLayer[], index: number): Island | null {
  const { letter, heights, field } = density[index]!;
  if (heights[0]! <= 0) return null;
  const fields = density.map((layer) => layer.field);
  const own = ownLand(fields, index);
  const smallest = smallestCells * field.cellPx * field.cellPx;
  const levels = heights.map((height) => contourPath(own, height, smallest));
  return { letter, levels: levels.filter(Boolean) };
}

/** The lines in the water around all land. */
export function shapeShallows(density: DensityLayer[], { shallows }: Detail): string[] {
  const water = depthOfWater(density);
  return water ? shallows.map((height) => contourPath(water, height)) : [];
}

/** One of the lines in the water, the nearest by index 0; null where there is no land. */
export function shapeShallow(
  density: DensityLayer[],
  { shallows }: Detail,
  index: number,
): string | null {
  const water = depthOfWater(density);
  return water && contourPath(water, shallows[index]!);
}

/** All people, each group in parts of its coast's height: lines surround both shores of a strait. */
function depthOfWater(density: DensityLayer[]): Field | null {
  const inhabited = density.filter(({ heights }) => heights[0]! > 0);
  if (inhabited.length === 0) return null;
  const { columns, rows, cellPx } = inhabited[0]!.field;
  const water = createField({ width: columns * cellPx, height: rows * cellPx }, cellPx);
  for (const { field, heights } of inhabited) {
    const part = 1 / heights[0]!;
    for (let cell = 0; cell < field.values.length; cell++) {
      water.values[cell]! += field.values[cell]! * part;
    }
  }
  return water;
}
