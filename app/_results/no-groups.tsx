import { useTranslations } from "next-intl";
import type { Structure } from "@/lib/results/results-view";

/** Says that there are no groups, and why, where groups would be named. */
export function NoGroups({ structure }: { structure: Structure }) {
  const t = useTranslations("results");
  return (
    <p className="mt-4 max-w-prose rounded-control border border-edge bg-card px-5 py-4">
      <strong className="block text-lg">{t("noGroupsTitle")}</strong>
      {t(structure.pValue === null ? "noGroupsUntested" : "noGroupsTested")}
    </p>
  );
}
