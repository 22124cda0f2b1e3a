import type { Analysis, BaseCluster, Frame, PublicAnalysis, WholeGroup } from "../schemas/analysis";
import type { OpinionMap } from "./components/opinion-map";
import type { Partition } from "./groups/partition";
import type { StatementResults } from "./statements/statement-results";

/** Components and means by statement id, as published. */
export function describeMap(
  statements: Int32Array,
  { center, components }: Pick<OpinionMap, "center" | "components">,
): Pick<PublicAnalysis, "components" | "center"> {
  const byStatement = (values: Float64Array) =>
    Object.fromEntries(Array.from(statements, (id, column) => [id, values[column]!]));
  return {
    components: components.loadings.map((loadings, index) => ({
      loadings: byStatement(loadings),
      variance: components.variances[index]!,
      varianceRatio: components.varianceRatios[index]!,
    })),
    center: byStatement(center),
  };
}

/** Groups as published; `center` is the mean core position of the members. */
export function describeGroups(
  { ids, groupOfRow }: Pick<Partition, "ids" | "groupOfRow">,
  points: Float64Array,
  frame: Frame,
  representative: StatementResults["representative"],
): WholeGroup[] {
  const sums = new Float64Array(3 * ids.length);
  for (let row = 0; row < groupOfRow.length; row++) {
    const at = 3 * groupOfRow[row]!;
    if (at < 0) continue;
    sums[at]! += 1;
    sums[at + 1]! += points[2 * row]!;
    sums[at + 2]! += points[2 * row + 1]!;
  }
  return ids.map((id, index) => {
    const size = sums[3 * index]!;
    return {
      id,
      letter: frame.letters[id]!,
      size,
      center: [sums[3 * index + 1]! / size, sums[3 * index + 2]! / size],
      representative: representative[index]!,
    };
  });
}

/** Neighbourhoods of the map, as computed. */
export interface MapClusters {
  /** Ascending. */
  ids: Int32Array;
  /** x and y of each in turn. */
  centers: Float64Array;
  /** How many participants each holds. */
  counts: Int32Array;
  /** Index of the group of each; -1 when groups cut across it or there are none. */
  groups: Int32Array;
}

/** Base clusters as published; `group` is null when groups cut across them or there are none. */
export function describeBaseClusters(
  { ids, centers, counts, groups }: MapClusters,
  groupIds: readonly number[],
): BaseCluster[] {
  return Array.from(ids, (id, cluster) => ({
    id,
    center: [centers[2 * cluster]!, centers[2 * cluster + 1]!],
    group: groupIds[groups[cluster]!] ?? null,
    count: counts[cluster]!,
  }));
}

/** What the analysis is of; statements known are those listed and those only voted on. */
export function describeInput(
  { participants, votes, columns }: { participants: number; votes: number; columns: Int32Array },
  listed: readonly { id: number }[],
  isModeratedOut: Uint8Array,
): Pick<Analysis, "participants" | "statements" | "statementsVoted" | "votes" | "moderatedOut"> {
  return {
    participants,
    statements: new Set([...listed.map(({ id }) => id), ...columns]).size,
    statementsVoted: columns.length,
    moderatedOut: [...columns.filter((_, column) => isModeratedOut[column] === 1).sort()],
    votes,
  };
}
