import type { VoteMatrix } from "./vote-matrix";

/** How often each side was taken; `seen` counts passes too. One entry a column. */
export interface VoteCounts {
  agrees: Int32Array;
  disagrees: Int32Array;
  seen: Int32Array;
}

/**
 * Counts the votes of everybody, those on moderated-out statements included.
 * @see MATH.md A8
 */
export function countVotes(matrix: VoteMatrix): VoteCounts {
  return countVotesByGroup(matrix, new Int32Array(matrix.participants.length), 1)[0]!;
}

/**
 * Counts the votes of each group.
 * @param groupOfRow group index of each row, 0 to groupCount - 1, or -1 for nobody's
 * @returns one set of counts a group, zeros for a group without members
 * @see MATH.md A8; polis `math/conversation.clj` :group-votes
 */
export function countVotesByGroup(
  matrix: VoteMatrix,
  groupOfRow: Int32Array,
  groupCount: number,
): VoteCounts[] {
  const columnCount = matrix.statements.length;
  const groups: VoteCounts[] = Array.from({ length: groupCount }, () => ({
    agrees: new Int32Array(columnCount),
    disagrees: new Int32Array(columnCount),
    seen: new Int32Array(columnCount),
  }));
  for (let row = 0; row < groupOfRow.length; row++) {
    const counts = groups[groupOfRow[row]!];
    if (!counts) continue;
    for (let cell = matrix.rowStart[row]!; cell < matrix.rowStart[row + 1]!; cell++) {
      const column = matrix.columns[cell]!;
      const value = matrix.values[cell]!;
      counts.seen[column]! += 1;
      if (value > 0) counts.agrees[column]! += 1;
      else if (value < 0) counts.disagrees[column]! += 1;
    }
  }
  return groups;
}

/** Adds counts up, column by column. */
export function addCounts(parts: readonly VoteCounts[], columnCount: number): VoteCounts {
  const add = (side: keyof VoteCounts) => {
    const sums = new Int32Array(columnCount);
    for (const part of parts) {
      for (let column = 0; column < columnCount; column++) sums[column]! += part[side][column]!;
    }
    return sums;
  };
  return { agrees: add("agrees"), disagrees: add("disagrees"), seen: add("seen") };
}
