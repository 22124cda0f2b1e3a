import { useTranslations } from "next-intl";
import type { StatementPlace } from "@/lib/map/place-statements";
import type { ResultsView } from "@/lib/results/results-view";
import { findSide } from "@/lib/results/statement-side";

/** Where a statement stands among the groups, in a sentence; nothing without groups. */
export function useSideText(view: ResultsView): (place: StatementPlace) => string {
  const t = useTranslations("map");
  const pullOf = new Map(view.pulls.map(({ statement, pull }) => [statement, pull]));
  return ({ statement, reach }) => {
    if (view.groups.length === 0) return "";
    const letter = findSide(view.map, pullOf.get(statement) ?? [0, 0], reach);
    return letter === null ? t("sideNone") : t("sideOf", { letter });
  };
}
