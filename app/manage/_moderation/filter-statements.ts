import type { Moderation } from "@/lib/schemas/statement-input";

export const filters = ["pending", "accepted", "rejected", "all"] as const;
export type Filter = (typeof filters)[number];

interface Filtered {
  id: number;
  text: string;
  moderation: Moderation;
}

/** The statements of a filter that hold the searched text, or whose number it is. */
export function filterStatements<Statement extends Filtered>(
  statements: readonly Statement[],
  { filter, search }: { filter: Filter; search: string },
): Statement[] {
  const wanted = search.trim().toLocaleLowerCase();
  return statements.filter(
    (statement) =>
      (filter === "all" || statement.moderation === filter) &&
      (wanted === "" ||
        statement.text.toLocaleLowerCase().includes(wanted) ||
        String(statement.id) === wanted.replace(/^#/, "")),
  );
}

export function countByFilter(statements: readonly Filtered[]): Record<Filter, number> {
  const counts = { pending: 0, accepted: 0, rejected: 0, all: statements.length };
  for (const { moderation } of statements) counts[moderation] += 1;
  return counts;
}

/**
 * The statement to look at once `id` has left the list: the one after it, else the one before.
 * @returns null when nothing else is there
 */
export function neighbourOf(statements: readonly Filtered[], id: number): number | null {
  const index = statements.findIndex((statement) => statement.id === id);
  return (statements[index + 1] ?? statements[index - 1])?.id ?? null;
}
