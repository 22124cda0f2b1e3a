import type { ResultsView } from "../results/results-view";
import type { OverlayOptions } from "./overlay-options";
import type { TurnReason } from "./programme";

/** As many of a kind as a hall remembers. */
const longestKind = 8;

export interface Turn {
  statement: number;
  reason: TurnReason;
}

/**
 * Which statements take turns, and in which order: those asked for by number, else of each kind in turn
 * the first, then the second, and so on; none twice.
 * @param published ids of the statements that may be shown, the oldest first
 * @param view null where results are hidden: then nothing is chosen by how people voted
 */
export function chooseTurns(
  { kinds, numbers }: Pick<OverlayOptions, "kinds" | "numbers">,
  published: readonly number[],
  view: Pick<ResultsView, "shared" | "dividing"> | null,
): Turn[] {
  const known = new Set(published);
  if (numbers.length > 0) {
    return numbers
      .filter((statement) => known.has(statement))
      .map((statement) => ({ statement, reason: "chosen" }));
  }
  const byKind = {
    newest: [...published].reverse(),
    shared: view?.shared.filter(({ isInEveryGroup }) => isInEveryGroup).map(toId) ?? [],
    dividing: view?.dividing.map(toId) ?? [],
  };
  // What people agree on says more about a statement than that it is new.
  const taken = new Set<number>();
  const lists = new Map<TurnReason, number[]>();
  for (const kind of ["shared", "dividing", "newest"] as const) {
    if (!kinds.includes(kind)) continue;
    const list = byKind[kind]
      .filter((statement) => known.has(statement) && !taken.has(statement))
      .slice(0, longestKind);
    for (const statement of list) taken.add(statement);
    lists.set(kind, list);
  }
  return Array.from({ length: longestKind }, (_, index) =>
    kinds.flatMap((reason) => {
      const statement = lists.get(reason)?.[index];
      return statement === undefined ? [] : [{ statement, reason }];
    }),
  ).flat();
}

function toId({ statement }: { statement: number }): number {
  return statement;
}
