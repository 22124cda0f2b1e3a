import { useTranslations } from "next-intl";
import type { ReportSectionId } from "@/lib/schemas/report-settings";

/** What the sections that can be left out are called. */
export function useSectionTitles(): Record<ReportSectionId, string> {
  const t = useTranslations("report");
  const results = useTranslations("results");
  return {
    summary: t("summaryTitle"),
    "taking-part": t("takingPartTitle"),
    common: t("commonTitle"),
    groups: t("groupsTitle"),
    dividing: t("dividingTitle"),
    uncertain: results("uncertainTitle"),
    metadata: t("metadataTitle"),
    statements: t("statementsTitle"),
    rejected: t("rejectedTitle"),
  };
}
