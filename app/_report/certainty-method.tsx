import { useTranslations } from "next-intl";
import { usePercent } from "@/app/_results/use-percent";
import { useNumber } from "@/app/_ui/use-number";
import type { ResultsView } from "@/lib/results/results-view";
import { stabilityThresholds } from "@/lib/results/stability-band";

/** What redrawing the participants gave: how far the results depend on who happened to take part. */
export function CertaintyMethod({ view }: { view: ResultsView }) {
  const t = useTranslations("report");
  const { ofShared, ofGroups, areEarlier } = view.redrawings;
  return (
    <div className="grid max-w-prose gap-3 print:max-w-none print:gap-2">
      {ofShared > 0 && <p>{t("methodShared", { count: ofShared })}</p>}
      {ofGroups > 0 && view.groups.length > 0 && <GroupMethod view={view} />}
      {areEarlier && <p>{t("certaintyEarlier")}</p>}
    </div>
  );
}

function GroupMethod({ view }: { view: ResultsView }) {
  const t = useTranslations("report");
  const number = useNumber();
  const percent = usePercent();
  const { ofGroups, participants, sameGroupCount, meanAgreement, areCarriedOn } = view.redrawings;
  const { firm, stable, blurred } = stabilityThresholds;
  const sentences = [
    t("methodGroups", { count: ofGroups, people: participants }),
    // Not all are drawn where that would take long: what is found of some is carried on to all.
    ...(areCarriedOn ? [t("methodCarried")] : []),
    t("methodAgreement", {
      index: number(meanAgreement ?? 0, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
      same: number(sameGroupCount),
      count: ofGroups,
    }),
    t("methodBands", {
      firm: percent(firm),
      stable: percent(stable),
      blurred: percent(blurred),
    }),
  ];
  return <p>{sentences.join(" ")}</p>;
}
