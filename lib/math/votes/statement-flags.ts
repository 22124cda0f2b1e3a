/** A statement as the mathematics needs it. */
export interface AnalysisStatement {
  id: number;
  moderation: "pending" | "accepted" | "rejected";
  /** About the participant, not the topic: kept out of the mathematics. */
  isMetadata: boolean;
}

/** What is known of the columns of a vote matrix. */
export interface StatementFlags {
  /** 1 for each column that is rejected or metadata: its votes count as zeros in the map. */
  isModeratedOut: Uint8Array;
  isMetadata: Uint8Array;
  /** The other columns, ascending. */
  liveColumns: number[];
}

/**
 * Looks the columns up among the statements; one that is not there counts as pending.
 * @param columns statement id of each column
 * @see MATH.md A2; polis `math/conversation.clj` mod-update
 */
export function flagStatements(
  columns: Int32Array,
  statements: readonly AnalysisStatement[],
): StatementFlags {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const isMetadata = Uint8Array.from(columns, (id) => (byId.get(id)?.isMetadata ? 1 : 0));
  const isModeratedOut = Uint8Array.from(columns, (id, column) =>
    isMetadata[column] || byId.get(id)?.moderation === "rejected" ? 1 : 0,
  );
  const liveColumns = [...columns.keys()].filter((column) => !isModeratedOut[column]);
  return { isModeratedOut, isMetadata, liveColumns };
}
