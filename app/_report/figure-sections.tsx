import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { DividingList } from "@/app/_results/dividing-list";
import { GroupPanels } from "@/app/_results/group-panels";
import { NoGroups } from "@/app/_results/no-groups";
import { SharedList } from "@/app/_results/shared-list";
import { UncertainList } from "@/app/_results/uncertain-list";
import type { ResultsView } from "@/lib/results/results-view";
import type { ReportSectionId } from "@/lib/schemas/report-settings";
import type { LoadedReport } from "./load-report";
import { MetadataStatements } from "./metadata-statements";
import { PinnedStatements } from "./pinned-statements";
import { ReportSection } from "./report-section";

interface Props {
  view: ResultsView;
  report: Pick<LoadedReport, "statements" | "body">;
  isClosed: boolean;
  /** What was answered to the common ground. */
  answers: ReactNode;
  section(id: ReportSectionId): Omit<ComponentProps<typeof ReportSection>, "children">;
}

/** What the votes came to: what is shared, who stands for what, what divides and what is open. */
export function FigureSections({ view, report, isClosed, answers, section }: Props) {
  const t = useTranslations("report");
  const results = useTranslations("results");
  const { statements, body } = report;
  const { groupNames, statementNotes } = body.settings;
  const hasGroups = view.groups.length > 0;
  const pinned = listPinned(report);
  const metadata = listMetadata(view);
  return (
    <>
      {pinned.length > 0 && (
        <ReportSection id="pinned" title={t("pinnedTitle")}>
          <PinnedStatements
            ids={pinned}
            view={view}
            statements={statements}
            notes={statementNotes}
          />
        </ReportSection>
      )}
      <ReportSection
        {...section("common")}
        lead={results(hasGroups ? "sharedLead" : "sharedLeadAlone")}
      >
        <SharedList view={view} statements={statements} />
      </ReportSection>
      {answers}
      <ReportSection {...section("groups")} lead={hasGroups ? results("groupsLead") : undefined}>
        {hasGroups ? (
          <GroupPanels view={view} statements={statements} names={groupNames} />
        ) : (
          <NoGroups structure={view.structure} isClosed={isClosed} />
        )}
      </ReportSection>
      {view.groups.length > 1 && (
        <ReportSection {...section("dividing")} lead={results("dividingLead")}>
          <DividingList view={view} statements={statements} />
        </ReportSection>
      )}
      <ReportSection {...section("uncertain")} lead={results("uncertainLead")}>
        <UncertainList view={view} statements={statements} />
      </ReportSection>
      {metadata.length > 0 && (
        <ReportSection {...section("metadata")} lead={t("metadataLead")}>
          <MetadataStatements results={metadata} statements={statements} />
        </ReportSection>
      )}
    </>
  );
}

/** Those that were chosen, then those that are only written about. */
function listPinned({ statements, body }: Props["report"]): number[] {
  const { pinned, statementNotes } = body.settings;
  const ids = new Set([...pinned, ...Object.keys(statementNotes).map(Number)]);
  return [...ids].filter((id) => statements[id] !== undefined);
}

/** What is published and weighs nothing is about the participants. */
function listMetadata({ statements, pulls }: ResultsView) {
  const weighing = new Set(pulls.map(({ statement }) => statement));
  return statements.filter(({ statement }) => !weighing.has(statement));
}
