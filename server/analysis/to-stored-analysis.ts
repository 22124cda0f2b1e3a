import type { Analysis, StoredAnalysis } from "@/lib/schemas/analysis";

/** Leaves out whatever says where one participant stands: base clusters keep a count, no members. */
export function toStoredAnalysis(analysis: Analysis): StoredAnalysis {
  const { membership: _membership, positions: _positions, frame: _frame, ...core } = analysis;
  return {
    ...core,
    baseClusters: core.baseClusters.map(({ members, ...cluster }) => ({
      ...cluster,
      count: members?.length ?? cluster.count,
    })),
  };
}
