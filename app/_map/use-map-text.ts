import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import { compareDistances } from "@/lib/results/group-distances";
import type { ResultsView } from "@/lib/results/results-view";
import type { OpinionMapText } from "./opinion-map";

/** The map in words, made from the same numbers. */
export function useMapText(view: Pick<ResultsView, "map" | "groups" | "shared">): OpinionMapText {
  const t = useTranslations("map");
  const describeGroup = useGroupText();
  const people = view.map.baseClusters.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const distances = compareDistances(view.map);
  const sentences = [
    t("description", { people, groups: view.groups.length }),
    ...view.groups.map(describeGroup),
    ...(distances
      ? [
          t("descriptionDistances", {
            first: distances.closest[0],
            second: distances.closest[1],
            third: distances.furthest[0],
            fourth: distances.furthest[1],
          }),
        ]
      : []),
    t("descriptionShared", { count: view.shared.length }),
  ];
  return { title: t("title"), description: sentences.join(" "), you: t("you") };
}

/** One group in a sentence. */
export function useGroupText(): (group: ResultsView["groups"][number]) => string {
  const t = useTranslations("map");
  const number = useNumber();
  return ({ letter, size, share }) =>
    t("descriptionGroup", {
      letter,
      people: size,
      share: number(share, { style: "percent", maximumFractionDigits: 0 }),
    });
}
