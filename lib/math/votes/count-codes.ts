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
 * `countVotesByGroup` counts, in one pass with one counter a vote and four votes a turn, which takes
 * three quarters of the time of one a turn.
 * @param groupOfRow group index of each row, 0 to groupCount - 1, or -1 for nobody's
 * @returns one set of counts a group, zeros for a group without members
 * @see MATH.md A8; polis `math/conversation.clj` :group-votes
 */
export function countPackedVotesByGroup(
  votes: PackedVotes,
  groupOfRow: Int32Array,
  groupCount: number,
): VoteCounts[] {
  return countUnlessIn(-1, votes, groupOfRow, groupCount).slice(0, groupCount);
}

/**
 * The same, with the votes of the largest group, or of nobody's rows when these are more, never
 * looked at: they are what the others leave of the totals. At a million people in three groups 50 ms
 * instead of 90.
 * @param totals how often each code occurs
 */
export function countGroupsOfTotal(
  votes: PackedVotes,
  totals: Int32Array,
  groupOfRow: Int32Array,
  groupCount: number,
): VoteCounts[] {
  const largest = findLargest(groupOfRow, groupCount);
  const parts = countUnlessIn(largest, votes, groupOfRow, groupCount);
  if (largest !== -1) parts[largest] = subtractAll(splitCounts(totals), parts);
  return parts.slice(0, groupCount);
}

/** Counts of each group and, in the end, of nobody's rows; zeros for the group left out. */
function countUnlessIn(
  leftOut: number,
  { statements, rowStart, codes }: PackedVotes,
  groupOfRow: Int32Array,
  groupCount: number,
): VoteCounts[] {
  const width = codesPerColumn * statements.length;
  const counts = new Int32Array((groupCount + 1) * width);
  for (let row = 0; row < groupOfRow.length; row++) {
    const group = groupOfRow[row]!;
    if (group === leftOut) continue;
    const offset = (group === -1 ? groupCount : group) * width;
    const end = rowStart[row + 1]!;
    let cell = rowStart[row]!;
    for (; cell + 4 <= end; cell += 4) {
      counts[offset + codes[cell]!]! += 1;
      counts[offset + codes[cell + 1]!]! += 1;
      counts[offset + codes[cell + 2]!]! += 1;
      counts[offset + codes[cell + 3]!]! += 1;
    }
    for (; cell < end; cell++) counts[offset + codes[cell]!]! += 1;
  }
  return Array.from({ length: groupCount + 1 }, (_, part) =>
    splitCounts(counts.subarray(part * width, (part + 1) * width)),
  );
}

/** The group with most rows, -1 when most are nobody's. */
function findLargest(groupOfRow: Int32Array, groupCount: number): number {
  const sizes = new Int32Array(groupCount + 1); // nobody's at 0
  for (let row = 0; row < groupOfRow.length; row++) sizes[groupOfRow[row]! + 1]! += 1;
  let largest = 0;
  for (let part = 1; part < sizes.length; part++) {
    if (sizes[part]! > sizes[largest]!) largest = part;
  }
  return largest - 1;
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

/** The counts that counts of each code say. */
export function splitCounts(byCode: Int32Array): VoteCounts {
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
