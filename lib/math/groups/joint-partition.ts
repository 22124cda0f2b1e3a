/** Which group each point is in, 0 to count - 1. */
export interface Grouping {
  groupOfPoint: ArrayLike<number>;
  count: number;
}

/**
 * The coarsest partition that none of the given ones cuts: two points are in one part when every
 * grouping puts them together.
 * @param pointCount points of every grouping
 * @returns the part of each point, parts ordered by their groups in the first grouping, then in the
 *   second, …; one part for no groupings, none without points
 */
export function joinPartitions(
  groupings: readonly Grouping[],
  pointCount: number,
): { partOfPoint: Int32Array; count: number } {
  const partOfPoint = new Int32Array(pointCount);
  let count = Math.min(pointCount, 1);
  for (const { groupOfPoint, count: groups } of groupings) {
    const number = new Int32Array(count * groups);
    for (let i = 0; i < pointCount; i++) {
      const pair = partOfPoint[i]! * groups + groupOfPoint[i]!;
      partOfPoint[i] = pair;
      number[pair] = 1;
    }
    count = 0;
    for (let pair = 0; pair < number.length; pair++) {
      if (number[pair] === 1) number[pair] = count++;
    }
    for (let i = 0; i < pointCount; i++) partOfPoint[i] = number[partOfPoint[i]!]!;
  }
  return { partOfPoint, count };
}
