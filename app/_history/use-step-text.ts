import { useTranslations } from "next-intl";
import { describeSize } from "@/lib/results/size-text";
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
  const [t, results] = [useTranslations("history"), useTranslations("results")];
  return ({ groups, participants: people, votes, onMap }, date) => ({
    summary: t("step", { date, groups: groups.length, people, votes }),
    details:
      onMap !== null && onMap < smallestCrowd
        ? [t("tooFew", { people: smallestCrowd })]
        : groups.map(
            ({ letter, size }) =>
              `${results("group", { letter })}: ${describeSize(size, { results })}`,
          ),
  });
}
