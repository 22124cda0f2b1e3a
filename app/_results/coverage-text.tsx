import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import type { SharedCoverage } from "@/lib/results/results-view";
import { tellCoverage } from "@/lib/results/tell-coverage";

/** How many people what is shared speaks for, and the group for which it does least. */
export function CoverageText({ coverage }: { coverage: SharedCoverage }) {
  return tellCoverage(coverage, { results: useTranslations("results"), number: useNumber() });
}
