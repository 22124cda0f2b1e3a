import type { ResultStatements } from "@/app/_results/result-statement";
import { StatementQuote } from "@/app/_results/statement-quote";
import { TallyFigures } from "@/app/_results/tally-figures";
import type { StatementResult } from "@/lib/results/results-view";

interface Props {
  results: StatementResult[];
  statements: ResultStatements;
}

/** How everybody answered on themselves. */
export function MetadataStatements({ results, statements }: Props) {
  return (
    <ol className="divide-y divide-line border-line border-y">
      {results.map(({ statement, all }) => (
        <li
          key={statement}
          className="grid break-inside-avoid gap-3 py-5 sm:grid-cols-[1fr_16rem] print:grid-cols-[1fr_12rem] print:py-3"
        >
          <StatementQuote statement={statements[statement]} />
          <div>
            <TallyFigures tally={all} of="voters" />
          </div>
        </li>
      ))}
    </ol>
  );
}
