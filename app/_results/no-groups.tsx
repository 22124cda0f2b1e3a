import { useTranslations } from "next-intl";
import type { Structure } from "@/lib/results/results-view";

interface Props {
  structure: Structure;
  /** No more votes can come: nothing is "yet". */
  isClosed: boolean;
}

/** Says that there are no groups, and why, where groups would be named. */
export function NoGroups({ structure, isClosed }: Props) {
  const t = useTranslations("results");
  const state = isClosed ? "closed" : "open";
  return (
    <p className="mt-4 max-w-prose rounded-control border border-edge bg-card px-5 py-4">
      <strong className="block text-lg">{t("noGroupsTitle", { state })}</strong>
      {structure.pValue === null ? t("noGroupsUntested", { state }) : t("noGroupsTested")}
    </p>
  );
}
