import { useTranslations } from "next-intl";
import { DividingList } from "@/app/_results/dividing-list";
import { GroupPanels } from "@/app/_results/group-panels";
import { NoGroups } from "@/app/_results/no-groups";
import type { ResultStatements } from "@/app/_results/result-statement";
import { SharedList } from "@/app/_results/shared-list";
import { StatementTable } from "@/app/_results/statement-table";
import type { ResultsView } from "@/lib/results/results-view";
import type { RejectedCount } from "@/server/services/statements/count-rejected";
import { CheckFigures } from "./check-figures";
import { Method } from "./method";
import { RejectedTable } from "./rejected-table";
import "./report.css";
import { ReportMap } from "./report-map";
import { ReportSection } from "./report-section";
import { Summary } from "./summary";
import { TakingPart } from "./taking-part";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  rejected: RejectedCount[];
  slug: string;
  publicUrl: string;
  hasPublicVotes: boolean;
  isClosed: boolean;
}

/** Everything that is known, in the order in which it is asked for; complete without scripts. */
export function Report(props: Props) {
  const { view, statements, rejected, slug, publicUrl, hasPublicVotes, isClosed } = props;
  const t = useTranslations("report");
  const results = useTranslations("results");
  const hasGroups = view.groups.length > 0;
  const rejectedCount = rejected.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p className="mt-4 text-muted text-sm print:hidden">{t("print")}</p>
      <ReportSection id="summary" title={t("summaryTitle")}>
        <Summary view={view} statements={statements} isClosed={isClosed} />
      </ReportSection>
      <ReportSection id="map" title={t("mapTitle")}>
        <ReportMap view={view} />
      </ReportSection>
      <ReportSection id="taking-part" title={t("takingPartTitle")}>
        <TakingPart
          view={view}
          published={Object.keys(statements).length}
          rejected={rejectedCount}
        />
      </ReportSection>
      <ReportSection
        id="common"
        title={t("commonTitle")}
        lead={results(hasGroups ? "sharedLead" : "sharedLeadAlone")}
        startsSheet
      >
        <SharedList view={view} statements={statements} />
      </ReportSection>
      <ReportSection
        id="groups"
        title={t("groupsTitle")}
        lead={hasGroups ? results("groupsLead") : undefined}
      >
        {hasGroups ? (
          <GroupPanels view={view} statements={statements} />
        ) : (
          <NoGroups structure={view.structure} isClosed={isClosed} />
        )}
      </ReportSection>
      {view.groups.length > 1 && (
        <ReportSection id="dividing" title={t("dividingTitle")} lead={results("dividingLead")}>
          <DividingList view={view} statements={statements} />
        </ReportSection>
      )}
      <ReportSection
        id="statements"
        title={t("statementsTitle")}
        lead={results(hasGroups ? "statementsLead" : "statementsLeadAlone")}
        startsSheet
      >
        <StatementTable
          results={view.statements}
          statements={statements}
          letters={view.groups.map(({ letter }) => letter)}
        />
      </ReportSection>
      <ReportSection id="rejected" title={t("rejectedTitle")}>
        <RejectedTable rejected={rejected} />
      </ReportSection>
      <ReportSection id="method" title={t("methodTitle")}>
        <Method view={view} />
      </ReportSection>
      <ReportSection id="check" title={t("checkTitle")}>
        <CheckFigures
          view={view}
          slug={slug}
          publicUrl={publicUrl}
          hasPublicVotes={hasPublicVotes}
        />
      </ReportSection>
    </>
  );
}
