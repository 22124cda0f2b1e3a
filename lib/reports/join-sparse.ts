interface Joining<Part> {
  /** Whether a part tells of so few people that it may not stand alone. */
  isSparse(part: Part): boolean;
  join(before: Part, after: Part): Part;
}

/**
 * Joins parts that may not stand alone to their neighbours, so that none is left and none can be got by
 * subtraction; empty when all of them together are still sparse.
 */
export function joinSparse<Part>(
  parts: readonly Part[],
  { isSparse, join }: Joining<Part>,
): Part[] {
  const joined: Part[] = [];
  let open: Part | null = null;
  for (const part of parts) {
    open = open === null ? part : join(open, part);
    if (isSparse(open)) continue;
    joined.push(open);
    open = null;
  }
  while (open !== null) {
    const before = joined.pop();
    if (before === undefined) return [];
    const both: Part = join(before, open);
    open = both;
    if (isSparse(both)) continue;
    joined.push(both);
    open = null;
  }
  return joined;
}
