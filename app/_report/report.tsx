import { AnswerLinks } from "@/app/_answers/answer-links";
import { ReportAnswers } from "@/app/_answers/report-answers";
import { useAnswerTexts } from "@/app/_answers/use-answer-texts";
import type { PublicAnswers } from "@/lib/answers/answer";
import { sectionTitles } from "@/lib/report-document/section-titles";
import { tellCertainty } from "@/lib/report-document/tell-certainty";
import { describeLeftOut } from "@/lib/report-document/tell-check";
import { tellMethod } from "@/lib/report-document/tell-method";
import type { ReportSectionId } from "@/lib/schemas/report-settings";
import { CheckFigures } from "./check-figures";
import { Downloads } from "./downloads";
import { FigureSections } from "./figure-sections";
import type { LoadedReport } from "./load-report";
import { RejectedTable } from "./rejected-table";
import "./report.css";
import { PdfLink } from "./pdf-link";
import { ReportMap } from "./report-map";
import { ReportSection } from "./report-section";
import { StatementTable } from "./statement-table";
import { Summary } from "./summary";
import { TakingPart } from "./taking-part";
import { TextBlocks } from "./text-blocks";
import { useReportWords } from "./use-report-words";

interface Props {
  report: LoadedReport;
  /** As of now, whichever version is shown; null: nothing is to be answered yet. */
  answers: PublicAnswers | null;
  publicUrl: string;
  isClosed: boolean;
  now: Date;
}

/** Everything that is known, in the order in which it is asked for; complete without scripts. */
export function Report({ report, answers, publicUrl, isClosed, now }: Props) {
  const words = useReportWords();
  const answerTexts = useAnswerTexts(answers);
  const { report: t, results } = words;
  const titles = sectionTitles(words);
  const { view, statements, body, release } = report;
  const { settings, rejected } = body;
  const section = (id: ReportSectionId) => ({
    id,
    title: titles[id],
    note: settings.sectionNotes[id],
    isHidden: settings.hiddenSections.includes(id),
  });
  const leftOut = describeLeftOut({ body, words });
  const hasGroups = view !== null && view.groups.length > 0;
  return (
    <AnswerLinks texts={answerTexts}>
      <PdfLink report={report} />
      <p className="mt-2 text-muted text-sm print:hidden">{t("print")}</p>
      {view && <Downloads view={view} conversation={body.conversation} release={release} />}
      <ReportSection {...section("summary")}>
        {view ? (
          <Summary
            view={view}
            statements={statements}
            isClosed={isClosed}
            names={settings.groupNames}
          />
        ) : (
          <p className="text-lg">{t("summaryNobody", { state: isClosed ? "closed" : "open" })}</p>
        )}
      </ReportSection>
      {view && (
        <ReportSection id="map" title={t("mapTitle")}>
          <ReportMap view={view} settings={settings} />
        </ReportSection>
      )}
      <ReportSection {...section("taking-part")} startsSheet={view !== null}>
        <TakingPart view={view} body={body} />
      </ReportSection>
      <ReportSection id="method" title={t("methodTitle")}>
        <TextBlocks blocks={tellMethod({ view, words })} />
      </ReportSection>
      {view && (
        <FigureSections
          view={view}
          report={report}
          isClosed={isClosed}
          answers={
            <ReportAnswers
              slug={body.conversation.slug}
              answers={answers}
              statements={statements}
              now={now}
            />
          }
          section={section}
        />
      )}
      <ReportSection
        {...section("statements")}
        lead={results(hasGroups ? "statementsLead" : "statementsLeadAlone")}
        startsSheet
      >
        <StatementTable
          results={view?.statements ?? listWithoutVotes(report)}
          statements={statements}
          letters={view?.groups.map(({ letter }) => letter) ?? []}
          answers={answerTexts}
          names={settings.groupNames}
        />
      </ReportSection>
      <ReportSection {...section("rejected")}>
        <RejectedTable rejected={rejected} />
      </ReportSection>
      {view && view.redrawings.ofShared + view.redrawings.ofGroups > 0 && (
        <ReportSection id="certainty" title={results("certaintyTitle")}>
          <TextBlocks blocks={tellCertainty({ view, words })} />
        </ReportSection>
      )}
      <ReportSection id="check" title={t("checkTitle")}>
        <CheckFigures report={report} publicUrl={publicUrl} />
        {leftOut && <p className="mt-4 max-w-prose">{leftOut}</p>}
      </ReportSection>
    </AnswerLinks>
  );
}

function listWithoutVotes({ statements }: LoadedReport) {
  const all = { agrees: 0, disagrees: 0, passes: 0, notVoted: 0 };
  return Object.keys(statements).map((id) => ({ statement: Number(id), all, groups: [] }));
}
