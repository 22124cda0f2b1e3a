import type { Point } from "./scene";

const rounds = 4;

/**
 * Moves badges apart that would cover each other, each pair by equal steps on the line between them.
 * @param distancePx wanted between any two; may be missed when many crowd together
 * @param obstacle px; stays where it is, and badges keep away from it
 */
export function separateMarks<Mark extends { at: Point }>(
  marks: Mark[],
  distancePx: number,
  obstacle: Point | null = null,
): Mark[] {
  const places = marks.map(({ at }): Point => [...at]);
  for (let round = 0; round < rounds; round++) {
    for (let first = 0; first < places.length; first++) {
      for (let second = first + 1; second < places.length; second++) {
        pushApart(places[first]!, places[second]!, distancePx);
      }
      // A copy takes the obstacle's half of each step; the rounds make up for it.
      if (obstacle) pushApart(places[first]!, [...obstacle], distancePx);
    }
  }
  return marks.map((mark, index) => ({ ...mark, at: places[index]! }));
}

function pushApart(a: Point, b: Point, distancePx: number): void {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= distancePx) return;
  const step = (distancePx - distance) / 2;
  const [towardsX, towardsY] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
  a[0] -= towardsX * step;
  a[1] -= towardsY * step;
  b[0] += towardsX * step;
  b[1] += towardsY * step;
}
