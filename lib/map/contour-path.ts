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
  const { columns, rows, cellPx, values } = field;
  const shape = contours().size([columns, rows]).contour(values, height);
  const smallest = smallestPx2 / (cellPx * cellPx);
  let path = "";
  for (const polygon of shape.coordinates) {
    if (ringArea(polygon[0]!) < smallest) continue;
    for (const ring of polygon) path += ringPath(ring, cellPx);
  }
  return path;
}

/** Relative steps in tenths of a pixel: half the bytes of absolute coordinates, without drift. */
function ringPath(ring: number[][], cellPx: number): string {
  let [atX, atY] = tenths(ring[0]!, cellPx);
  let path = `M${atX / 10},${atY / 10}`;
  // A ring repeats its first point at its end; Z closes it.
  for (const point of ring.slice(1, -1)) {
    const [x, y] = tenths(point, cellPx);
    if (x === atX && y === atY) continue;
    path += `l${(x - atX) / 10},${(y - atY) / 10}`;
    [atX, atY] = [x, y];
  }
  return `${path}Z`;
}

function tenths([x, y]: number[], cellPx: number): [number, number] {
  return [Math.round(x! * cellPx * 10), Math.round(y! * cellPx * 10)];
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
