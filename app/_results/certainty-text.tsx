import { useFormatter, useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";
import { stabilityThresholds } from "@/lib/results/stability-band";
import { usePercent } from "./use-percent";

/** What the ranges, and the words for how stable a group is, mean. */
export function CertaintyText({ view }: { view: ResultsView }) {
  const t = useTranslations("results");
  const format = useFormatter();
  const percent = usePercent();
  const { count, participants, sameGroupCount, areEarlier } = view.redrawings;
  const { firm, stable, blurred } = stabilityThresholds;
  const groups = view.groups.length;
  return (
    <div className="grid max-w-prose gap-3">
      <p>{t("certaintyIntervals")}</p>
      {count > 0 && <p>{t("certaintyRedrawings", { count, people: participants })}</p>}
      {count > 0 && groups > 0 && (
        <>
          <p>{t("certaintyGroups", { same: format.number(sameGroupCount), count, groups })}</p>
          <p>
            {t("certaintyBands", {
              firm: percent(firm),
              stable: percent(stable),
              blurred: percent(blurred),
            })}
          </p>
        </>
      )}
      {areEarlier && <p>{t("certaintyEarlier")}</p>}
    </div>
  );
}
