import type { MapSource, Point } from "./scene";

/** A small analysis for tests: each entry is one base cluster. */
export function createSource(
  clusters: { at: Point; group: number | null; count?: number; id?: number }[],
  letters: Record<number, string> = { 0: "A", 1: "B", 2: "C" },
): MapSource {
  const ids = [...new Set(clusters.map((cluster) => cluster.group))].filter((id) => id !== null);
  return {
    baseClusters: clusters.map(({ at, group, count = 1, id }, index) => ({
      id: id ?? index,
      center: at,
      group,
      count,
    })),
    groups: ids.map((id) => ({
      id,
      letter: letters[id]!,
      size: clusters
        .filter((cluster) => cluster.group === id)
        .reduce((sum, cluster) => sum + (cluster.count ?? 1), 0),
      center: [0, 0],
      representative: [],
    })),
    frame: {
      matrix: [
        [1, 0],
        [0, 1],
      ],
      letters: Object.fromEntries(ids.map((id) => [String(id), letters[id]!])),
      k: ids.length,
      smoother: { lastK: ids.length, lastKCount: 1 },
    },
  };
}

/** Two camps of ten people each, left and right of the origin. */
export function twoCamps(): MapSource {
  const camp = (x: number, group: number) =>
    Array.from({ length: 10 }, (_, i) => ({
      at: [x + (i % 3) * 0.3, ((i * 7) % 10) * 0.2 - 1] as Point,
      group,
      count: 1 + (i % 4),
    }));
  return createSource([...camp(-2, 0), ...camp(2, 1)]);
}
