import { useFormatter, useTranslations } from "next-intl";
import { usePercent } from "@/app/_results/use-percent";
import type { ResultsView } from "@/lib/results/results-view";
import { stabilityThresholds } from "@/lib/results/stability-band";

/** How sure the groups are, in figures: the test for structure, and what redrawing gave. */
export function CertaintyMethod({ view }: { view: ResultsView }) {
  const t = useTranslations("report");
  const format = useFormatter();
  const { isClear, pValue } = view.structure;
  const { count, participants } = view.redrawings;
  return (
    <>
      {pValue !== null && (
        <p>
          {t("methodStructure", {
            p: format.number(pValue, { maximumSignificantDigits: 2 }),
            clear: String(isClear),
          })}
        </p>
      )}
      {count > 0 && (
        <p>
          {t("methodRedrawings", { count, people: participants })}{" "}
          {view.groups.length > 0 && <GroupStability view={view} />}{" "}
          {view.redrawings.areEarlier && t("methodEarlier")}
        </p>
      )}
    </>
  );
}

function GroupStability({ view }: { view: ResultsView }) {
  const t = useTranslations("report");
  const format = useFormatter();
  const percent = usePercent();
  const { count, sameGroupCount, meanAgreement } = view.redrawings;
  const { firm, stable, blurred } = stabilityThresholds;
  return (
    <>
      {meanAgreement !== null &&
        t("methodAgreement", {
          index: format.number(meanAgreement, {
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
          }),
          same: format.number(sameGroupCount),
          count,
        })}{" "}
      {t("methodBands", {
        firm: percent(firm),
        stable: percent(stable),
        blurred: percent(blurred),
      })}
    </>
  );
}
