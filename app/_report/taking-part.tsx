import { listParticipationFacts } from "@/lib/report-document/participation-facts";
import type { ResultsView } from "@/lib/results/results-view";
import type { ReportBody } from "@/lib/schemas/report";
import { TimeChart } from "./time-chart";
import { useReportWords } from "./use-report-words";
import { VotesTable } from "./votes-table";

interface Props {
  /** Null while nobody has voted. */
  view: ResultsView | null;
  body: Pick<ReportBody, "participation" | "rejected">;
}

/** How many took part, how they came, when, and how much each did. */
export function TakingPart({ view, body }: Props) {
  const words = useReportWords();
  const facts = listParticipationFacts({ view, body, words });
  const { participation } = body;
  return (
    <>
      <dl className="grid gap-x-10 sm:grid-cols-2 print:grid-cols-2">
        {facts.map(([name, value]) => (
          <div
            key={name}
            className="flex items-baseline justify-between gap-4 border-line border-b py-1.5"
          >
            <dt>{name}</dt>
            <dd className="font-semibold tabular-nums">
              {words.number(value, { maximumFractionDigits: 1 })}
            </dd>
          </div>
        ))}
      </dl>
      <TimeChart participation={participation} words={words} />
      <VotesTable participation={participation} words={words} />
    </>
  );
}
