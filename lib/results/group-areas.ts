import type { AgreementArea } from "@/lib/schemas/agreement";
import type { ResultsView } from "./results-view";
import { countVoters, smallestCrowd, type Tally } from "./tally";

/**
 * Who agreed with a statement, told by whole groups: for a map whose votes by place are not there,
 * being on their way or of an analysis of the past.
 * @returns an area for each group of which at least five people voted; everybody without groups
 */
export function listGroupAreas(
  { map, statements }: Pick<ResultsView, "map" | "statements">,
  statement: number,
): AgreementArea[] {
  const result = statements.find((candidate) => candidate.statement === statement);
  if (!result) return [];
  const idOf = new Map(map.groups.map(({ id, letter }) => [letter, id]));
  const crowds =
    map.groups.length === 0
      ? [{ group: null, tally: result.all }]
      : result.groups.map(({ letter, tally }) => ({ group: idOf.get(letter) ?? null, tally }));
  return crowds.flatMap(({ group, tally }) => toArea(map, group, tally));
}

function toArea(map: ResultsView["map"], group: number | null, tally: Tally): AgreementArea[] {
  if (countVoters(tally) < smallestCrowd) return [];
  const { agrees, disagrees, passes } = tally;
  const clusters = map.baseClusters
    .filter((cluster) => cluster.group === group)
    .map(({ id }) => id);
  return [{ clusters, agrees, disagrees, passes }];
}
