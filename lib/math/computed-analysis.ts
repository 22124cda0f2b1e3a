import type { Analysis, BaseCluster, Frame, StoredAnalysis } from "../schemas/analysis";
import type { AnalysedRows } from "./frame/previous-analysis";

/** An analysis as computed: what is published as JSON, and each participant's part in arrays. */
export interface ComputedAnalysis {
  core: StoredAnalysis;
  frame: Frame;
  rows: ComputedRows;
}

export interface ComputedRows extends AnalysedRows {
  /** Base cluster id of each row, -1 for those that are not clustered. */
  clusterIds: Int32Array;
  /** Rows in the order in which base clusters list their members; ascending by default. */
  memberOrder?: Int32Array;
}

/**
 * An analysis with its participants by id, as `plenum analyze` prints it.
 * Base clusters list their members in place of their number.
 */
export function toAnalysis({ core, frame, rows }: ComputedAnalysis): Analysis {
  const { participants, points, groupIds, clusterIds, memberOrder = participants.keys() } = rows;
  const membership: Analysis["membership"] = {};
  const positions: Analysis["positions"] = {};
  const members = new Map<number, number[]>(core.baseClusters.map(({ id }) => [id, []]));
  participants.forEach((participant, row) => {
    positions[participant] = [points[2 * row]!, points[2 * row + 1]!];
    if (groupIds[row] !== -1) membership[participant] = groupIds[row]!;
  });
  for (const row of memberOrder) members.get(clusterIds[row]!)?.push(participants[row]!);
  const baseClusters = core.baseClusters.map(
    ({ id, center, group }): BaseCluster => ({ id, center, group, members: members.get(id)! }),
  );
  return { ...core, baseClusters, frame, membership, positions };
}
