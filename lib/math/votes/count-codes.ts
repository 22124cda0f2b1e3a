import { codesPerColumn, type PackedVotes } from "./packed-votes";
import type { VoteCounts } from "./vote-counts";

/** How often each code occurs; length 3 * columns. */
export function countCodes({ statements, codes }: PackedVotes): Int32Array {
  const counts = new Int32Array(codesPerColumn * statements.length);
  for (let cell = 0; cell < codes.length; cell++) counts[codes[cell]!]! += 1;
  return counts;
}

/**
 * Counts the votes of each group, those on moderated-out statements included: what
 * `countVotesByGroup` counts, in one pass with one counter a vote.
 * @param groupOfRow group index of each row, 0 to groupCount - 1, or -1 for nobody's
 * @returns one set of counts a group, zeros for a group without members
 * @see MATH.md A8; polis `math/conversation.clj` :group-votes
 */
export function countPackedVotesByGroup(
  { statements, rowStart, codes }: PackedVotes,
  groupOfRow: Int32Array,
  groupCount: number,
): VoteCounts[] {
  const width = codesPerColumn * statements.length;
  const counts = new Int32Array(groupCount * width);
  for (let row = 0; row < groupOfRow.length; row++) {
    if (groupOfRow[row]! < 0) continue;
    const offset = groupOfRow[row]! * width;
    const end = rowStart[row + 1]!;
    for (let cell = rowStart[row]!; cell < end; cell++) counts[offset + codes[cell]!]! += 1;
  }
  return Array.from({ length: groupCount }, (_, group) =>
    splitCounts(counts.subarray(group * width, (group + 1) * width)),
  );
}

/**
 * What `countPackedVotesByGroup` counts when every row has a group, with the votes of the largest
 * group never looked at: they are what the others leave of the totals. At a million people in three
 * groups 65 ms instead of 115.
 * @param totals how often each code occurs
 */
export function countGroupsOfTotal(
  votes: PackedVotes,
  totals: Int32Array,
  groupOfRow: Int32Array,
  groupCount: number,
): VoteCounts[] {
  const largest = findLargest(groupOfRow, groupCount);
  const others = groupOfRow.map((group) => (group === largest ? -1 : group));
  const groups = countPackedVotesByGroup(votes, others, groupCount);
  const left = subtractAll(splitCounts(totals), groups);
  return groups.map((counts, group) => (group === largest ? left : counts));
}

function findLargest(groupOfRow: Int32Array, groupCount: number): number {
  const sizes = new Int32Array(groupCount);
  for (let row = 0; row < groupOfRow.length; row++) sizes[groupOfRow[row]!]! += 1;
  let largest = 0;
  for (let group = 1; group < groupCount; group++) {
    if (sizes[group]! > sizes[largest]!) largest = group;
  }
  return largest;
}

function subtractAll(totals: VoteCounts, parts: readonly VoteCounts[]): VoteCounts {
  const subtract = (side: keyof VoteCounts) =>
    totals[side].map((total, column) =>
      parts.reduce((left, part) => left - part[side][column]!, total),
    );
  return { agrees: subtract("agrees"), disagrees: subtract("disagrees"), seen: subtract("seen") };
}

/**
 * Counts the votes of everybody, those on moderated-out statements included.
 * @see MATH.md A8
 */
export function countPackedVotes(votes: PackedVotes): VoteCounts {
  return splitCounts(countCodes(votes));
}

function splitCounts(byCode: Int32Array): VoteCounts {
  const columnCount = byCode.length / codesPerColumn;
  const counts = {
    agrees: new Int32Array(columnCount),
    disagrees: new Int32Array(columnCount),
    seen: new Int32Array(columnCount),
  };
  for (let column = 0; column < columnCount; column++) {
    const at = column * codesPerColumn;
    counts.disagrees[column] = byCode[at]!;
    counts.agrees[column] = byCode[at + 2]!;
    counts.seen[column] = byCode[at]! + byCode[at + 1]! + byCode[at + 2]!;
  }
  return counts;
}
