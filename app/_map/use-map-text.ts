import { useFormatter, useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";
import type { OpinionMapText } from "./opinion-map";

/** The map in words, made from the same numbers. */
export function useMapText(view: Pick<ResultsView, "map" | "groups" | "shared">): OpinionMapText {
  const t = useTranslations("map");
  const format = useFormatter();
  const people = view.map.baseClusters.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const sentences = [
    t("description", { people, groups: view.groups.length }),
    ...view.groups.map(({ letter, size, share }) =>
      t("descriptionGroup", {
        letter,
        people: size,
        share: format.number(share, { style: "percent", maximumFractionDigits: 0 }),
      }),
    ),
    t("descriptionShared", { count: view.shared.length }),
  ];
  return { title: t("title"), description: sentences.join(" "), you: t("you") };
}
