import { type DensityLayer, ownLand } from "./density";
import type { Field } from "./density-field";
import type { Point } from "./scene";

/**
 * Where a group's letter stands: the middle of the denser half of its land, or its densest place when
 * that middle lies in the water.
 * @param index of the group in `density`
 * @returns px; null when the group has no land
 */
export function findHeart(density: DensityLayer[], index: number): Point | null {
  const [coast = 0, , half = 0] = density[index]!.heights;
  if (coast <= 0) return null;
  const fields = density.map(({ field }) => field);
  const own = ownLand(fields, index);
  let [mass, row, column] = [0, 0, 0];
  own.values.forEach((value, cell) => {
    if (value < half) return;
    mass += value;
    row += value * Math.floor(cell / own.columns);
    column += value * (cell % own.columns);
  });
  const [middleRow, middleColumn] = [Math.round(row / mass), Math.round(column / mass)];
  const isOnLand = own.values[middleRow * own.columns + middleColumn]! >= coast;
  return isOnLand ? cellCentre(own, middleRow, middleColumn) : findPeak(own);
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
