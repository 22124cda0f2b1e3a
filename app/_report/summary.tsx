import type { ResultStatements } from "@/app/_results/result-statement";
import { StatementQuote } from "@/app/_results/statement-quote";
import { listSummary } from "@/lib/report-document/list-summary";
import type { ResultsView } from "@/lib/results/results-view";
import { useReportWords } from "./use-report-words";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  isClosed: boolean;
}

/** What a minister reads first: the figures in sentences. */
export function Summary({ view, statements, isClosed }: Props) {
  const words = useReportWords();
  return (
    <div className="grid max-w-prose gap-3 text-lg leading-relaxed print:max-w-none print:gap-2 print:text-base print:leading-normal">
      {listSummary({ view, words, isClosed }).map(({ text, statement }) =>
        statement === null ? (
          <p key={text}>{text}</p>
        ) : (
          <div key={text}>
            <p>{text}</p>
            <blockquote className="mt-1 border-edge border-s-4 ps-4">
              <StatementQuote statement={statements[statement]} className="font-medium" />
            </blockquote>
          </div>
        ),
      )}
    </div>
  );
}
