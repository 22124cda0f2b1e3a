import { AnswerLink } from "@/app/_answers/answer-links";
import { CrowdRows } from "@/app/_results/crowd-rows";
import type { ResultStatements } from "@/app/_results/result-statement";
import { StatementQuote } from "@/app/_results/statement-quote";
import type { ResultsView } from "@/lib/results/results-view";
import type { ReportSettings } from "@/lib/schemas/report-settings";
import { OrganiserNote } from "./organiser-note";

interface Props {
  ids: number[];
  view: ResultsView;
  statements: ResultStatements;
  notes: ReportSettings["statementNotes"];
}

/** Statements that the organisers chose or wrote about, with everybody's votes. */
export function PinnedStatements({ ids, view, statements, notes }: Props) {
  return (
    <ol className="divide-y divide-line border-line border-y">
      {ids.map((id) => {
        const result = view.statements.find(({ statement }) => statement === id);
        return (
          <li key={id} className="break-inside-avoid py-6">
            <StatementQuote statement={statements[id]} />
            <OrganiserNote>{notes[id]}</OrganiserNote>
            <AnswerLink statement={id} />
            {result && (
              <div className="mt-4">
                <CrowdRows result={result} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
