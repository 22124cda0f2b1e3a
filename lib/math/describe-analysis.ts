import type { Analysis, BaseCluster, Frame, Group } from "../schemas/analysis";
import type { BaseClusters } from "./base-clusters";
import type { OpinionMap } from "./opinion-map";
import type { Partition } from "./partition";
import type { StatementResults } from "./statement-results";
import type { VoteMatrix } from "./vote-matrix";

/** Components, means and positions by id, as published. */
export function describeMap(
  { participants, statements }: VoteMatrix,
  { center, components, points }: OpinionMap,
): Pick<Analysis, "components" | "center" | "positions"> {
  const byStatement = (values: Float64Array) =>
    Object.fromEntries(Array.from(statements, (id, column) => [id, values[column]!]));
  return {
    components: components.loadings.map((loadings, index) => ({
      loadings: byStatement(loadings),
      variance: components.variances[index]!,
      varianceRatio: components.varianceRatios[index]!,
    })),
    center: byStatement(center),
    positions: Object.fromEntries(
      Array.from(participants, (id, row) => [id, [points[2 * row]!, points[2 * row + 1]!]]),
    ),
  };
}

/** Groups as published; `center` is the mean core position of the members. */
export function describeGroups(
  { ids, groupOfRow }: Partition,
  points: Float64Array,
  frame: Frame,
  representative: StatementResults["representative"],
): Group[] {
  const groups = ids.map(
    (id, index): Group => ({
      id,
      letter: frame.letters[id]!,
      size: 0,
      center: [0, 0],
      representative: representative[index]!,
    }),
  );
  groupOfRow.forEach((index, row) => {
    const group = groups[index];
    if (!group) return;
    group.size += 1;
    group.center[0] += points[2 * row]!;
    group.center[1] += points[2 * row + 1]!;
  });
  for (const { center, size } of groups) {
    center[0] /= size;
    center[1] /= size;
  }
  return groups;
}

/** Base clusters as published; `group` is null when groups cut across them. */
export function describeBaseClusters(
  base: BaseClusters,
  { ids, groupOfBaseCluster }: Partition,
  participants: Int32Array,
): BaseCluster[] {
  return Array.from(base.ids, (id, cluster) => ({
    id,
    center: [base.centers[2 * cluster]!, base.centers[2 * cluster + 1]!],
    group: groupOfBaseCluster ? ids[groupOfBaseCluster[cluster]!]! : null,
    members: base.members[cluster]!.map((row) => participants[row]!),
  }));
}

/** Group id of every clustered participant. */
export function describeMembership(
  participants: Int32Array,
  { ids, groupOfRow }: Partition,
): Analysis["membership"] {
  const membership: Analysis["membership"] = {};
  groupOfRow.forEach((group, row) => {
    if (group !== -1) membership[participants[row]!] = ids[group]!;
  });
  return membership;
}
