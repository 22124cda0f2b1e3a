import type { Messages, _Translator as Translator } from "next-intl";
import { compareDistances } from "./group-distances";
import type { ResultsView } from "./results-view";
import { percent, type ResultWords } from "./share-text";

type Group = ResultsView["groups"][number];

/** Texts of the map in the reader's language, and the way numbers are written in it. */
export interface MapWords extends Pick<ResultWords, "number"> {
  map: Translator<Messages, "map">;
}

/** The map in numbers and words, for those who do not see it. */
export function describeMap(
  view: Pick<ResultsView, "map" | "groups" | "shared">,
  words: MapWords,
): string {
  const people = view.map.baseClusters.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const distances = compareDistances(view.map);
  return [
    words.map("description", { people, groups: view.groups.length }),
    ...view.groups.map((group) => describeGroup(group, words)),
    ...(distances
      ? [
          words.map("descriptionDistances", {
            first: distances.closest[0],
            second: distances.closest[1],
            third: distances.furthest[0],
            fourth: distances.furthest[1],
          }),
        ]
      : []),
    words.map("descriptionShared", { count: view.shared.length }),
  ].join(" ");
}

/** One group in a sentence. */
export function describeGroup({ letter, size, share }: Group, words: MapWords): string {
  return words.map("descriptionGroup", { letter, people: size, share: percent(words, share) });
}
