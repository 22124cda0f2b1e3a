import type { Point, Size, View } from "./scene";
import { turn } from "./scene";

/** A few people far out must not shrink everybody else: the bulk is this share of the people… */
const bulkShare = 0.92;
/** …and the view reaches beyond it by at most this part of its span on each side. */
const reach = 0.25;
/** In core units; keeps people who all vote the same from being blown up. */
const smallestSpan = 0.5;

interface Weighted {
  position: Point;
  /** people */
  weight: number;
}

/**
 * Fits people into a drawing: equal scale on both axes, centred, outliers left for `place` to
 * bring in.
 * @param people core coordinates; none gives a view of the origin
 * @param marginPx kept free on every side
 */
export function fitView(
  people: Weighted[],
  matrix: View["matrix"],
  size: Size,
  marginPx: number,
): View {
  const turned = people.map(({ position, weight }) => ({ at: turn(matrix, position), weight }));
  const [left, right] = extentOfBulk(turned.map(({ at, weight }) => [at[0], weight]));
  const [bottom, top] = extentOfBulk(turned.map(({ at, weight }) => [at[1], weight]));
  const scale = Math.min(
    Math.max(size.width - 2 * marginPx, 1) / Math.max(right - left, smallestSpan),
    Math.max(size.height - 2 * marginPx, 1) / Math.max(top - bottom, smallestSpan),
  );
  return { matrix, scale, center: [(left + right) / 2, (bottom + top) / 2], marginPx };
}

/** @param values pairs of a coordinate and its weight */
function extentOfBulk(values: [number, number][]): [number, number] {
  if (values.length === 0) return [0, 0];
  const sorted = [...values].sort((a, b) => a[0] - b[0]);
  const lowest = sorted[0]![0];
  const highest = sorted[sorted.length - 1]![0];
  const low = weightedQuantile(sorted, (1 - bulkShare) / 2);
  const high = weightedQuantile(sorted, (1 + bulkShare) / 2);
  const slack = (high - low) * reach;
  return [Math.max(lowest, low - slack), Math.min(highest, high + slack)];
}

function weightedQuantile(sorted: [number, number][], share: number): number {
  let total = 0;
  for (const [, weight] of sorted) total += weight;
  let passed = 0;
  for (const [value, weight] of sorted) {
    passed += weight;
    if (passed >= share * total) return value;
  }
  return sorted[sorted.length - 1]![0];
}
