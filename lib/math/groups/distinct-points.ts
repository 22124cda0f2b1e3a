/**
 * The distinct points among the given rows, by ascending x, then y, and how often each occurs.
 * Equal means the same bits, but for the sign of zero.
 * @param points x and y of every row
 * @param pointOfRow receives the index of each given row's point; undefined content when null is returned
 * @returns null when there are more than `limit`; no points without rows
 */
export function findDistinctPoints(
  points: Float64Array,
  rows: Int32Array,
  limit: number,
  pointOfRow: Int32Array,
): { points: Float64Array; weights: Float64Array } | null {
  const table = createTable(limit);
  for (const row of rows) {
    const index = table.count(points[2 * row]! + 0, points[2 * row + 1]! + 0); // -0 + 0 is 0
    if (index === limit) return null;
    pointOfRow[row] = index;
  }
  const { coordinates, counts } = table;
  const order = Int32Array.from({ length: table.size() }, (_, index) => index).sort(
    (a, b) =>
      coordinates[2 * a]! - coordinates[2 * b]! ||
      coordinates[2 * a + 1]! - coordinates[2 * b + 1]!,
  );
  const rank = new Int32Array(order.length);
  const sorted = new Float64Array(2 * order.length);
  order.forEach((index, place) => {
    rank[index] = place;
    sorted[2 * place] = coordinates[2 * index]!;
    sorted[2 * place + 1] = coordinates[2 * index + 1]!;
  });
  for (const row of rows) pointOfRow[row] = rank[pointOfRow[row]!]!;
  return { points: sorted, weights: Float64Array.from(order, (index) => counts[index]!) };
}

/** A hash table of points. The hash sees bytes, whose order no result depends on. */
function createTable(limit: number) {
  let slots = 16;
  while (slots < 4 * limit) slots *= 2;
  const indexAt = new Int32Array(slots).fill(-1);
  const coordinates = new Float64Array(2 * limit);
  const counts = new Int32Array(limit);
  const key = new Float64Array(2);
  const words = new Int32Array(key.buffer);
  let size = 0;
  return {
    coordinates,
    counts,
    size: () => size,
    /** Counts the point and gives its index, or `limit` when it is one too many. */
    count(x: number, y: number): number {
      key[0] = x;
      key[1] = y;
      let slot = mix(words) & (slots - 1);
      for (; ; slot = (slot + 1) & (slots - 1)) {
        const index = indexAt[slot]!;
        if (index === -1) break;
        if (coordinates[2 * index] === x && coordinates[2 * index + 1] === y) {
          counts[index]! += 1;
          return index;
        }
      }
      if (size === limit) return limit;
      indexAt[slot] = size;
      coordinates[2 * size] = x;
      coordinates[2 * size + 1] = y;
      counts[size] = 1;
      return size++;
    },
  };
}

/** Xorshift over the four words of a point (Marsaglia 2003). */
function mix(words: Int32Array): number {
  let hash = 0;
  for (let i = 0; i < 4; i++) {
    hash ^= words[i]!;
    hash ^= hash << 13;
    hash ^= hash >>> 17;
    hash ^= hash << 5;
  }
  return hash;
}
