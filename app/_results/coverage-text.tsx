import { useTranslations } from "next-intl";
import type { SharedCoverage } from "@/lib/results/results-view";
import { usePercent } from "./use-percent";

/** How many people what is shared speaks for, and the group for which it does least. */
export function CoverageText({ coverage }: { coverage: SharedCoverage }) {
  const t = useTranslations("results");
  const percent = usePercent();
  const share = percent(coverage.share);
  const least = coverage.leastServed;
  if (!least) return t("coverage", { share });
  // People of few votes, who are in no group, may bring everybody's share below that of any group.
  if (least.share === 1) return t("coverageAll", { share });
  if (least.share >= coverage.share) {
    return t("coverageEvery", { share, least: percent(least.share) });
  }
  return t("coverageLeast", { share, letter: least.letter, least: percent(least.share) });
}
