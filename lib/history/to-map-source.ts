import { countPeople } from "@/lib/map/count-people";
import type { MapSource, Point } from "@/lib/map/scene";
import type { HistoryStep } from "@/lib/schemas/history";

const numbersPerCluster = 4;
const unit = 1000;

/**
 * What the map draws of a step. Its places are turned already, so the frame turns nothing.
 * @returns no groups and no base clusters where the step has none
 */
export function toMapSource({ groups, clusters }: HistoryStep): MapSource {
  const baseClusters: MapSource["baseClusters"] = [];
  for (let at = 0; at < clusters.length; at += numbersPerCluster) {
    const [x, y, count, group] = clusters.slice(at, at + numbersPerCluster);
    baseClusters.push({
      id: at / numbersPerCluster,
      center: [x! / unit, y! / unit],
      count: count === 0 ? null : count!,
      group: group === -1 ? null : group!,
    });
  }
  return {
    baseClusters,
    groups: groups.map(({ letter, size }, id) => ({
      id,
      letter,
      size,
      center: findCenter(baseClusters, id),
      representative: [],
    })),
    frame: {
      matrix: [
        [1, 0],
        [0, 1],
      ],
      letters: Object.fromEntries(groups.map(({ letter }, id) => [id, letter])),
      k: groups.length,
      smoother: { lastK: groups.length, lastKCount: 1 },
    },
  };
}

/** The mean place of its people. */
function findCenter(clusters: MapSource["baseClusters"], group: number): Point {
  let [x, y, people] = [0, 0, 0];
  for (const cluster of clusters) {
    if (cluster.group !== group) continue;
    const weight = countPeople(cluster);
    x += cluster.center[0] * weight;
    y += cluster.center[1] * weight;
    people += weight;
  }
  return people === 0 ? [0, 0] : [x / people, y / people];
}
