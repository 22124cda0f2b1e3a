import { useTranslations } from "next-intl";
import { smallestCrowd } from "@/lib/results/tally";
import type { HistoryStep } from "@/lib/schemas/history";

/**
 * A step in words: its moment and counts in one line, then its groups or why there is no map.
 * The caller writes the date.
 */
export function useStepText(): (
  step: Omit<HistoryStep, "clusters">,
  date: string,
) => { summary: string; details: string[] } {
  const t = useTranslations("history");
  return ({ groups, participants: people, votes, onMap }, date) => ({
    summary: t("step", { date, groups: groups.length, people, votes }),
    details:
      onMap < smallestCrowd
        ? [t("tooFew", { people: smallestCrowd })]
        : groups.map(({ letter, size }) =>
            size === null
              ? t("groupFew", { letter, people: smallestCrowd })
              : t("groupPeople", { letter, people: size }),
          ),
  });
}
