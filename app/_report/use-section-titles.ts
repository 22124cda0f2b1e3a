import { useTranslations } from "next-intl";
import { sectionTitles } from "@/lib/report-document/section-titles";
import type { ReportSectionId } from "@/lib/schemas/report-settings";

/** What the sections that can be left out are called. */
export function useSectionTitles(): Record<ReportSectionId, string> {
  return sectionTitles({ report: useTranslations("report"), results: useTranslations("results") });
}
