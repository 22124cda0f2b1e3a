import type { Frame } from "../../schemas/analysis";
import type { PrincipalComponents } from "../components/principal-components";
import type { PreviousAnalysis } from "./previous-analysis";

type Matrix = Frame["matrix"];

/** What of an opinion map decides how it is turned. */
export interface Placement {
  /** Core x and y of each participant in turn. */
  points: Float64Array;
  components: Pick<PrincipalComponents, "loadings">;
}

/**
 * The rotation or reflection that shows a map as it was shown before: the orthogonal matrix that
 * brings the present positions of those who were there nearest to their previous shown positions.
 * Without a previous map, or when nobody of it is placed off the middle, each axis points to where
 * its largest |loading| is positive (of equals the first).
 * @param rowsBefore previous row of each present one, -1 for newcomers; unused without `previous`
 * @returns M with [x', y'] = M . [x, y]
 * @see MATH.md B3; Schoenemann 1966 (orthogonal Procrustes), closed form in the plane
 */
export function orientMap(
  rowsBefore: Int32Array,
  { points, components: { loadings } }: Placement,
  previous: PreviousAnalysis | undefined,
): Matrix {
  const aligned = previous && alignToShown(rowsBefore, points, previous);
  return (
    aligned ?? [
      [peakSign(loadings[0]), 0],
      [0, peakSign(loadings[1])],
    ]
  );
}

function alignToShown(
  rowsBefore: Int32Array,
  points: Float64Array,
  { frame, points: past }: PreviousAnalysis,
): Matrix | null {
  // products[i][j] = sum over shared participants of shown_i * present_j
  const products = [0, 0, 0, 0] as [number, number, number, number];
  const [[m11, m12], [m21, m22]] = frame.matrix;
  for (let row = 0; row < rowsBefore.length; row++) {
    const pastRow = rowsBefore[row]!;
    if (pastRow === -1) continue;
    const x = past[2 * pastRow]!;
    const y = past[2 * pastRow + 1]!;
    const shownX = m11 * x + m12 * y;
    const shownY = m21 * x + m22 * y;
    products[0] += shownX * points[2 * row]!;
    products[1] += shownX * points[2 * row + 1]!;
    products[2] += shownY * points[2 * row]!;
    products[3] += shownY * points[2 * row + 1]!;
  }
  const [xx, xy, yx, yy] = products;
  const rotation = unit(xx + yy, yx - xy);
  const reflection = unit(xx - yy, xy + yx);
  if (rotation.length === 0 && reflection.length === 0) return null;
  if (reflection.length > rotation.length) {
    const { cosine, sine } = reflection;
    return [
      [cosine, sine],
      [sine, 0 - cosine],
    ];
  }
  const { cosine, sine } = rotation;
  return [
    [cosine, 0 - sine],
    [sine, cosine],
  ];
}

function unit(x: number, y: number): { length: number; cosine: number; sine: number } {
  const length = Math.sqrt(x * x + y * y);
  return length > 0
    ? { length, cosine: x / length, sine: y / length }
    : { length, cosine: 1, sine: 0 };
}

function peakSign(loadings: Float64Array): 1 | -1 {
  let peak = 0;
  for (let i = 1; i < loadings.length; i++) {
    if (Math.abs(loadings[i]!) > Math.abs(loadings[peak]!)) peak = i;
  }
  return (loadings[peak] ?? 0) < 0 ? -1 : 1;
}
