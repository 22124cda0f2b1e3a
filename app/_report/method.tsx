import { useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";
import { smallestCrowd } from "@/lib/results/tally";
import { CertaintyMethod } from "./certainty-method";

/** How the figures come about, in a page. */
export function Method({ view }: { view: ResultsView }) {
  const t = useTranslations("report");
  return (
    <div className="grid max-w-prose gap-3 print:max-w-none">
      <p>{t("method1")}</p>
      <p>{t("method2")}</p>
      <p>{t("method3", { profile: view.algorithm.profile })}</p>
      <p>{t("method4")}</p>
      <CertaintyMethod view={view} />
      <p>{t("method5", { count: smallestCrowd })}</p>
    </div>
  );
}
