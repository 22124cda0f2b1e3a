import { contours } from "d3-contour";
import type { Field } from "./density-field";

/**
 * The line where a field has the given height, as the `d` of an SVG path in px with one decimal;
 * fill it with the evenodd rule, so that lakes stay open.
 * @param smallestPx2 rings around a smaller area are left out
 * @returns "" when nothing is that high
 */
export function contourPath(field: Field, height: number, smallestPx2 = 0): string {
  if (height <= 0) return "";
  const part = cropTo(field, height);
  if (!part) return "";
  const shape = contours().size([part.columns, part.rows]).contour(part.values, height);
  const smallest = smallestPx2 / (field.cellPx * field.cellPx);
  let path = "";
  for (const polygon of shape.coordinates) {
    if (ringArea(polygon[0]!) < smallest) continue;
    for (const ring of polygon) path += ringPath(ring, part, field.cellPx);
  }
  return path;
}

/** A rectangle of a field: its first column and row there. */
interface Part {
  left: number;
  top: number;
  columns: number;
  rows: number;
  values: number[];
}

/**
 * What of a field is that high, with a cell around it: most of a map is water, and looking for a
 * line where none is took two thirds of drawing it.
 */
function cropTo({ columns, rows, values }: Field, height: number): Part | null {
  let [left, right, top, bottom] = [columns, -1, rows, -1];
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    for (let column = 0; column < columns; column++) {
      if (values[start + column]! < height) continue;
      if (column < left) left = column;
      if (column > right) right = column;
      if (row < top) top = row;
      bottom = row;
    }
  }
  if (right === -1) return null;
  left = Math.max(left - 1, 0);
  top = Math.max(top - 1, 0);
  const size = [Math.min(right + 2, columns) - left, Math.min(bottom + 2, rows) - top] as const;
  const kept: number[] = [];
  for (let row = top; row < top + size[1]; row++) {
    const start = row * columns + left;
    for (let column = 0; column < size[0]; column++) kept.push(values[start + column]!);
  }
  return { left, top, columns: size[0], rows: size[1], values: kept };
}

/** Relative steps in tenths of a pixel: half the bytes of absolute coordinates, without drift. */
function ringPath(ring: number[][], { left, top }: Part, cellPx: number): string {
  const x = (point: number[]) => Math.round((point[0]! + left) * cellPx * 10);
  const y = (point: number[]) => Math.round((point[1]! + top) * cellPx * 10);
  let [atX, atY] = [x(ring[0]!), y(ring[0]!)];
  let path = `M${atX / 10},${atY / 10}`;
  // A ring repeats its first point at its end; Z closes it.
  for (let index = 1; index < ring.length - 1; index++) {
    const [toX, toY] = [x(ring[index]!), y(ring[index]!)];
    if (toX === atX && toY === atY) continue;
    path += `l${(toX - atX) / 10},${(toY - atY) / 10}`;
    [atX, atY] = [toX, toY];
  }
  return `${path}Z`;
}

function ringArea(ring: number[][]): number {
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = ring[i - 1]!;
    const [x1, y1] = ring[i]!;
    doubled += x0! * y1! - x1! * y0!;
  }
  return Math.abs(doubled) / 2;
}
