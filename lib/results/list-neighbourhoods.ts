import { findAreas } from "@/lib/map/lean";
import type { AgreementArea } from "@/lib/schemas/agreement";
import type { ResultsView } from "./results-view";

/** A base cluster as readers know it. */
export interface Neighbourhood {
  id: number;
  /** Letter of its group; null without groups. */
  letter: string | null;
  /** Counts from 1 in each group, by the number of people. */
  number: number;
  /** Null: it may not be told (lib/suppress). */
  people: number | null;
  /** The votes of the area it belongs to; null where too few voted. */
  area: AgreementArea | null;
}

/** The neighbourhoods on the map, group by group, the largest first. */
export function listNeighbourhoods(
  { map }: Pick<ResultsView, "map">,
  areas: readonly AgreementArea[],
): Neighbourhood[] {
  const areaOf = findAreas(areas);
  const letterOf = new Map(map.groups.map(({ id, letter }) => [id, letter]));
  const numbers = new Map<string | null, number>();
  return map.baseClusters
    .map(({ id, group, count = null }) => ({
      id,
      letter: group === null ? null : (letterOf.get(group) ?? null),
      people: count,
      area: areaOf.get(id) ?? null,
    }))
    .sort(
      (a, b) =>
        (a.letter ?? "").localeCompare(b.letter ?? "", "en") ||
        (b.people ?? 0) - (a.people ?? 0) ||
        a.id - b.id,
    )
    .map((neighbourhood) => {
      const number = (numbers.get(neighbourhood.letter) ?? 0) + 1;
      numbers.set(neighbourhood.letter, number);
      return { ...neighbourhood, number };
    });
}
