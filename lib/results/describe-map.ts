import type { Messages, _Translator as Translator } from "next-intl";
import { compareDistances } from "./group-distances";
import { countTold } from "./is-crowd";
import type { ResultsView } from "./results-view";
import { percent, type ResultWords } from "./share-text";
import { describeSize } from "./size-text";

type Group = ResultsView["groups"][number];

/** Texts of the map in the reader's language, and the way numbers are written in it. */
export interface MapWords extends ResultWords {
  map: Translator<Messages, "map">;
}

/** The map in numbers and words, for those who do not see it. */
export function describeMap(
  view: Pick<ResultsView, "onMap" | "map" | "groups" | "shared">,
  words: MapWords,
): string {
  const distances = compareDistances(view.map);
  return [
    describePeople(view, words),
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

function describePeople(
  { onMap, groups, map }: Pick<ResultsView, "onMap" | "map" | "groups">,
  words: MapWords,
): string {
  if (onMap !== null) return words.map("description", { people: onMap, groups: groups.length });
  return words.map("descriptionLeast", { people: countTold(map.baseClusters) });
}

/** One group in a sentence. */
export function describeGroup({ letter, size, share }: Group, words: MapWords): string {
  if (size === null || share === null) {
    return `${words.results("group", { letter })}: ${describeSize(size, words)}.`;
  }
  return words.map("descriptionGroup", { letter, people: size, share: percent(words, share) });
}
