import type { ReportSectionId } from "../schemas/report-settings";
import type { ReportWords } from "./report-words";

/** What the sections that can be left out are called. */
export function sectionTitles({
  report,
  results,
}: Pick<ReportWords, "report" | "results">): Record<ReportSectionId, string> {
  return {
    summary: report("summaryTitle"),
    "taking-part": report("takingPartTitle"),
    common: report("commonTitle"),
    groups: report("groupsTitle"),
    dividing: report("dividingTitle"),
    uncertain: results("uncertainTitle"),
    metadata: report("metadataTitle"),
    statements: report("statementsTitle"),
    rejected: report("rejectedTitle"),
  };
}
