import { contourPath } from "./contour-path";
import { addVillage, createField, type Field, heightsEnclosing } from "./density-field";
import type { MapScene, Point, Size } from "./scene";

/** How finely land is drawn. */
export interface Detail {
  /** The coast encloses the first share (0..1) of a group's density, each further line a denser part. */
  enclosedShares: number[];
  /** Lines in the water, as parts of the coast's height. */
  shallows: number[];
  /** px a cell of the grid: small is smooth and slow */
  cellPx: number;
}

/** For a map that fills a page: about 8 ms and 40 kB for 100 villages at 840 x 600. */
export function fullDetail(size: Size): Detail {
  return {
    enclosedShares: [0.93, 0.74, 0.52, 0.3, 0.13],
    shallows: [0.55, 0.22, 0.05],
    cellPx: Math.max(4, Math.max(size.width, size.height) / 150),
  };
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
  /** px; the middle of the denser half, or where the land is densest when that is in the water */
  heart: Point;
}

export interface Land {
  islands: Island[];
  /** Lines around all coasts, nearest first. */
  shallows: string[];
}

/**
 * Raises land where people are: each group's density less that of the others, so that there is
 * water between two groups, cut at the heights that enclose fixed shares of the group. A small
 * group therefore has an island of its own, not a speck beside a large one.
 * @returns no islands for a scene without villages
 */
export function shapeIslands(scene: MapScene, detail: Detail = fullDetail(scene.size)): Land {
  const fields = densityByGroup(scene, detail.cellPx);
  const water = createField(scene.size, detail.cellPx);
  const islands: Island[] = [];
  for (const [letter, density] of fields) {
    const own = subtractOthers(density, fields, letter);
    const heights = heightsEnclosing(own, detail.enclosedShares);
    const coast = heights[0]!;
    if (coast <= 0) continue;
    const smallest = smallestCells * own.cellPx * own.cellPx;
    const levels = heights.map((height) => contourPath(own, height, smallest));
    islands.push({ letter, levels: levels.filter(Boolean), heart: findHeart(own, heights) });
    // The whole density, not what is left of it: lines surround both shores of a strait.
    density.values.forEach((value, cell) => {
      water.values[cell] = Math.max(water.values[cell]!, value / coast);
    });
  }
  return { islands, shallows: detail.shallows.map((height) => contourPath(water, height)) };
}

function densityByGroup(scene: MapScene, cellPx: number): Map<string | null, Field> {
  const letters = scene.groups.length === 0 ? [null] : scene.groups.map((group) => group.letter);
  const fields = new Map<string | null, Field>();
  for (const letter of letters) {
    const field = createField(scene.size, cellPx);
    for (const village of scene.villages) {
      const share = letter === null ? 1 : (village.shares[letter] ?? 0);
      if (share > 0) addVillage(field, village, village.weight * share, scene.radiusPx);
    }
    fields.set(letter, field);
  }
  return fields;
}

function subtractOthers(
  density: Field,
  fields: Map<string | null, Field>,
  letter: string | null,
): Field {
  const others = [...fields].filter(([other]) => other !== letter).map(([, field]) => field);
  const values = density.values.map((value, cell) => {
    let highest = 0;
    for (const other of others) highest = Math.max(highest, other.values[cell]!);
    return Math.max(value - highest, 0);
  });
  return { ...density, values };
}

function findHeart(field: Field, [coast = 0, , half = 0]: number[]): Point {
  let [mass, row, column] = [0, 0, 0];
  field.values.forEach((value, cell) => {
    if (value < half) return;
    mass += value;
    row += value * Math.floor(cell / field.columns);
    column += value * (cell % field.columns);
  });
  const [middleRow, middleColumn] = [Math.round(row / mass), Math.round(column / mass)];
  const isOnLand = field.values[middleRow * field.columns + middleColumn]! >= coast;
  return isOnLand ? cellCentre(field, middleRow, middleColumn) : findPeak(field);
}

/** px of the highest cell's centre; the first one on a tie. */
function findPeak(field: Field): Point {
  let peak = 0;
  for (let cell = 1; cell < field.values.length; cell++) {
    if (field.values[cell]! > field.values[peak]!) peak = cell;
  }
  return cellCentre(field, Math.floor(peak / field.columns), peak % field.columns);
}

function cellCentre({ cellPx }: Field, row: number, column: number): Point {
  return [(column + 0.5) * cellPx, (row + 0.5) * cellPx];
}
