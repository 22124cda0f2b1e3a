export type Point = readonly [x: number, y: number];

/** Somebody or something on the map, and the group it is in. */
export interface Placed {
  at: Point;
  group: number;
}

/** Mean of (b - a) / max(a, b); 0 for somebody alone, and where both are 0. */
export function meanSilhouette(points: Placed[]): number {
  const groups = [...new Set(points.map(({ group }) => group))];
  const meanDistance = (at: Point, to: { at: Point }[], less: number) =>
    sum(to.map((other) => distance(at, other.at))) / (to.length - less);
  const values = points.map(({ at, group }) => {
    const own = points.filter((other) => other.group === group);
    if (own.length === 1 || groups.length === 1) return 0;
    const a = meanDistance(at, own, 1);
    const others = groups.filter((other) => other !== group);
    const b = Math.min(
      ...others.map((id) =>
        meanDistance(
          at,
          points.filter((other) => other.group === id),
          0,
        ),
      ),
    );
    return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
  return sum(values) / points.length;
}

/** Squared distances of all to the mean of their group. */
export function sumSquares(points: Placed[]): number {
  const groups = new Set(points.map(({ group }) => group));
  return sum(
    [...groups].flatMap((id) => {
      const members = points.filter(({ group }) => group === id).map(({ at }) => at);
      const center = meanPoint(members);
      return members.map((at) => distance(at, center) ** 2);
    }),
  );
}

export function meanPoint(points: readonly Point[]): Point {
  const mean = (axis: 0 | 1) => sum(points.map((point) => point[axis])) / points.length;
  return [mean(0), mean(1)];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((x, i) => x * b[i]!));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
