import type { ResultsView } from "./results-view";

/**
 * Statements of the map, those that a reader meets in the words first: what is shared, what groups
 * stand for, what divides; then those that part people most.
 * @param chosen comes first of all
 */
export function rankPulls(
  { pulls, shared, groups, dividing }: ResultsView,
  chosen: number | null,
): ResultsView["pulls"] {
  const told = [
    chosen,
    ...groups.flatMap(({ standsFor }) => standsFor.slice(0, 2)).map(({ statement }) => statement),
    ...shared.map(({ statement }) => statement),
    ...dividing.map(({ statement }) => statement),
  ];
  const rankOf = new Map<number | null, number>();
  for (const statement of told) if (!rankOf.has(statement)) rankOf.set(statement, rankOf.size);
  const squared = ([x, y]: [number, number]) => x * x + y * y;
  return [...pulls].sort(
    (a, b) =>
      (rankOf.get(a.statement) ?? told.length) - (rankOf.get(b.statement) ?? told.length) ||
      squared(b.pull) - squared(a.pull) ||
      a.statement - b.statement,
  );
}
