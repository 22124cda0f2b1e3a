import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import type { ResultsView } from "@/lib/results/results-view";
import { smallestCrowd } from "@/lib/results/tally";

/** How the figures come about and what they cannot say. */
export function Method({ view }: { view: ResultsView | null }) {
  const t = useTranslations("report");
  return (
    <div className="grid max-w-prose gap-3 print:max-w-none print:gap-2">
      <p>{t("method1")}</p>
      <p>{t("method2")}</p>
      <p>{t("method3", { profile: view?.algorithm.profile ?? "plenum" })}</p>
      <p>{t("method4")}</p>
      {view && <StructureTest structure={view.structure} />}
      <p>{t("method5", { count: smallestCrowd })}</p>
      <h3 className="mt-2 text-lg">{t("limitsTitle")}</h3>
      <p>{t("selfSelected")}</p>
      <p>{t("limits")}</p>
    </div>
  );
}

/** Whether there are groups at all is judged, not assumed. */
function StructureTest({ structure: { isClear, pValue } }: Pick<ResultsView, "structure">) {
  const t = useTranslations("report");
  const number = useNumber();
  if (pValue === null) return null;
  const p = number(pValue, { maximumSignificantDigits: 2 });
  return <p>{t("methodStructure", { p, clear: String(isClear) })}</p>;
}
