import { type Centers, takeDistinctPoints } from "../groups/k-means";

/** A cluster of an earlier run: which of the present points it held. */
export interface EarlierCluster {
  id: number;
  members: readonly number[];
}

interface Draft {
  id: number;
  members: number[];
  x: number;
  y: number;
}

interface Cloud {
  /** x and y of each point in turn. */
  points: Float64Array;
  /** Weight of each point in the means; all 1 by default. */
  weights?: Float64Array;
}

/**
 * Where k-means continues from an earlier clustering of points that have moved, come and gone:
 * each cluster at the mean of its members that are still there (one without members is dropped),
 * clusters at the same place merged, and, while there are fewer than `count`, the point farthest
 * from every centre (of equals the last) made a cluster of its own. It never takes clusters away
 * when `count` is smaller.
 * @param earlier members as indices into the present points
 * @returns ids ascending; fewer than `count` when there are not as many distinct points
 * @see MATH.md A6; polis `math/clusters.clj` clean-start-clusters
 */
export function continueClusters(
  cloud: Cloud,
  earlier: readonly EarlierCluster[],
  count: number,
): Centers {
  const { points } = cloud;
  if (points.length === 0) return takeDistinctPoints(points, count);
  const drafts = mergeCoinciding(gather(cloud, earlier));
  const possible = takeDistinctPoints(points, count).ids.length;
  while (drafts.length < possible) {
    const outlier = findOutlier(points, drafts);
    if (outlier === -1) break;
    splitOff(cloud, drafts, outlier);
  }
  drafts.sort((a, b) => a.id - b.id);
  return {
    ids: Int32Array.from(drafts, ({ id }) => id),
    coordinates: Float64Array.from(drafts.flatMap(({ x, y }) => [x, y])),
  };
}

function gather(cloud: Cloud, earlier: readonly EarlierCluster[]): Draft[] {
  const populated = earlier.filter(({ members }) => members.length > 0);
  if (populated.length > 0) {
    return populated.map(({ id, members }) => recenter(cloud, { id, members: [...members] }));
  }
  const everybody = Array.from({ length: cloud.points.length / 2 }, (_, index) => index);
  return [recenter(cloud, { id: nextId(earlier), members: everybody })];
}

/** Of two clusters at the same place the larger keeps its id, of equals the later. */
function mergeCoinciding(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const at = merged.findIndex(({ x, y }) => x === draft.x && y === draft.y);
    const other = merged[at];
    if (!other) {
      merged.push(draft);
      continue;
    }
    const { id } = other.members.length > draft.members.length ? other : draft;
    merged[at] = { ...other, id, members: [...other.members, ...draft.members] };
  }
  return merged;
}

/** The point farthest from its nearest centre, the last of equals, or -1 when all are on one. */
function findOutlier(points: Float64Array, drafts: readonly Draft[]): number {
  let outlier = -1;
  let farthest = 0;
  for (let i = 0; i < points.length / 2; i++) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const { x, y } of drafts) {
      const dx = points[2 * i]! - x;
      const dy = points[2 * i + 1]! - y;
      nearest = Math.min(nearest, dx * dx + dy * dy);
    }
    if (nearest > 0 && nearest >= farthest) {
      farthest = nearest;
      outlier = i;
    }
  }
  return outlier;
}

function splitOff(cloud: Cloud, drafts: Draft[], point: number): void {
  const own = recenter(cloud, { id: nextId(drafts), members: [point] });
  drafts.forEach((draft, index) => {
    const members = draft.members.filter((member) => member !== point);
    if (members.length < draft.members.length && members.length > 0) {
      drafts[index] = recenter(cloud, { ...draft, members });
    }
  });
  drafts.push(own);
}

function recenter({ points, weights }: Cloud, { id, members }: EarlierCluster): Draft {
  let x = 0;
  let y = 0;
  let mass = 0;
  for (const member of members) {
    const weight = weights ? weights[member]! : 1;
    x += weight * points[2 * member]!;
    y += weight * points[2 * member + 1]!;
    mass += weight;
  }
  return { id, members: [...members], x: x / mass, y: y / mass };
}

function nextId(clusters: readonly { id: number }[]): number {
  return clusters.reduce((largest, { id }) => Math.max(largest, id), -1) + 1;
}
