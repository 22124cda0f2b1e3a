import { useTranslations } from "next-intl";
import { memo } from "react";
import { useNumber } from "@/app/_ui/use-number";
import type { ResultsView } from "@/lib/results/results-view";
import { stabilityThresholds } from "@/lib/results/stability-band";
import { usePercent } from "./use-percent";

/** What the ranges, and the words for how stable a group is, mean. */
export const CertaintyText = memo(function CertaintyText({ view }: { view: ResultsView }) {
  const t = useTranslations("results");
  const { ofShared, ofGroups, areEarlier } = view.redrawings;
  return (
    <div className="grid max-w-prose gap-3">
      <p>{t("certaintyIntervals")}</p>
      {ofShared > 0 && <p>{t("certaintyShared", { count: ofShared })}</p>}
      {ofGroups > 0 && view.groups.length > 0 && <GroupCertainty view={view} />}
      {areEarlier && <p>{t("certaintyEarlier")}</p>}
    </div>
  );
});

function GroupCertainty({ view }: { view: ResultsView }) {
  const t = useTranslations("results");
  const number = useNumber();
  const percent = usePercent();
  const { ofGroups, participants, sameGroupCount } = view.redrawings;
  const { firm, stable, blurred } = stabilityThresholds;
  return (
    <>
      <p>
        {t("certaintyGroups", {
          count: ofGroups,
          people: participants,
          same: number(sameGroupCount),
          groups: view.groups.length,
        })}
      </p>
      <p>
        {t("certaintyBands", {
          firm: percent(firm),
          stable: percent(stable),
          blurred: percent(blurred),
        })}
      </p>
    </>
  );
}
