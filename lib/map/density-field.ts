import type { Size, Village } from "./scene";

/** Values on a regular grid that covers a drawing, row-major; the value of a cell is at its centre. */
export interface Field {
  columns: number;
  rows: number;
  /** px */
  cellPx: number;
  values: number[];
}

/** An empty field whose cells cover `size`. */
export function createField(size: Size, cellPx: number): Field {
  const columns = Math.ceil(size.width / cellPx);
  const rows = Math.ceil(size.height / cellPx);
  return { columns, rows, cellPx, values: new Array<number>(columns * rows).fill(0) };
}

/**
 * Adds a village to a field with the triweight kernel (1 - d²/r²)³: smooth, zero beyond the radius,
 * and made of + and × only, so that server and browser draw the same bytes.
 * @param weight people; the height at the village itself
 * @param radiusPx beyond it nothing is added
 */
export function addVillage(
  field: Field,
  { x, y }: Pick<Village, "x" | "y">,
  weight: number,
  radiusPx: number,
): void {
  const { columns, rows, cellPx, values } = field;
  const reach = radiusPx * radiusPx;
  const firstRow = Math.max(Math.floor((y - radiusPx) / cellPx), 0);
  const lastRow = Math.min(Math.ceil((y + radiusPx) / cellPx), rows - 1);
  const firstColumn = Math.max(Math.floor((x - radiusPx) / cellPx), 0);
  const lastColumn = Math.min(Math.ceil((x + radiusPx) / cellPx), columns - 1);
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = (row + 0.5) * cellPx - y;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const dx = (column + 0.5) * cellPx - x;
      const nearness = 1 - (dx * dx + dy * dy) / reach;
      if (nearness > 0) values[row * columns + column]! += weight * nearness * nearness * nearness;
    }
  }
}

/**
 * The heights above which given shares of a field's mass lie: the lines that enclose the densest
 * part of the people.
 * @param shares each 0..1
 * @returns a height for each share, in the same order; 0 for an empty field
 */
export function heightsEnclosing(field: Field, shares: number[]): number[] {
  const heights = Float64Array.from(field.values.filter((value) => value > 0)).sort();
  let total = 0;
  for (const height of heights) total += height;
  return shares.map((share) => {
    let enclosed = 0;
    for (let i = heights.length - 1; i >= 0; i--) {
      enclosed += heights[i]!;
      if (enclosed >= share * total) return heights[i]!;
    }
    return heights[0] ?? 0;
  });
}
