import { useTranslations } from "next-intl";
import type { ResultStatements } from "@/app/_results/result-statement";
import { StatementQuote } from "@/app/_results/statement-quote";
import { usePercent } from "@/app/_results/use-percent";
import { useNumber } from "@/app/_ui/use-number";
import { compareViews } from "@/lib/reports/compare-views";
import type { ResultsView } from "@/lib/results/results-view";
import type { LoadedReport } from "./load-report";
import { ReportSection } from "./report-section";

interface Props {
  earlier: LoadedReport;
  later: LoadedReport;
}

/** What changed between two versions of a report. */
export function Comparison({ earlier, later }: Props) {
  const t = useTranslations("report");
  const percent = usePercent();
  const nameOf = ({ release }: LoadedReport) =>
    release ? t("versionName", { number: release.number }) : t("liveName");
  const names: [string, string] = [nameOf(earlier), nameOf(later)];
  const before = earlier.view ?? emptyView;
  const after = later.view ?? emptyView;
  const { counts, gained, lost, moved } = compareViews(before, after);
  const statements = { ...earlier.statements, ...later.statements };
  const sign = ({ value }: { value: 1 | -1 }) => (value === 1 ? "✓" : "✕");
  const lists = [
    { kind: "gained", rows: gained.map((row) => ({ ...row, mark: sign(row) })) },
    { kind: "lost", rows: lost.map((row) => ({ ...row, mark: sign(row) })) },
    {
      kind: "moved",
      rows: moved.map((row) => ({
        ...row,
        mark: `✓ ${percent(row.before)} → ${percent(row.after)}`,
      })),
    },
  ] as const;
  return (
    <ReportSection id="comparison" title={t("compareTitle", { from: names[0], to: names[1] })}>
      <CountsTable names={names} counts={counts} />
      {lists.map(
        ({ kind, rows }) =>
          rows.length > 0 && (
            <div key={kind}>
              <h3 className="mt-6 text-lg">{t("compareList", { kind })}</h3>
              <MarkedStatements rows={rows} statements={statements} />
            </div>
          ),
      )}
    </ReportSection>
  );
}

const emptyView: Pick<ResultsView, "participants" | "votes" | "statements" | "groups" | "shared"> =
  { participants: 0, votes: 0, statements: [], groups: [], shared: [] };

function CountsTable({
  names,
  counts,
}: {
  names: [string, string];
  counts: ReturnType<typeof compareViews>["counts"];
}) {
  const t = useTranslations("report");
  const results = useTranslations("results");
  const number = useNumber();
  const rows = [
    [t("participants"), counts.participants],
    [t("votes"), counts.votes],
    [results("statementsTitle"), counts.statements],
    [t("groupsCount"), counts.groups],
    [t("commonTitle"), counts.shared],
  ] as const;
  return (
    <table className="w-full max-w-prose border-collapse tabular-nums">
      <thead>
        <tr className="border-edge border-b text-sm">
          <td />
          {names.map((name) => (
            <th key={name} scope="col" className="py-1.5 text-end font-semibold">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, [before, after]]) => (
          <tr key={name} className="border-line border-b">
            <th scope="row" className="py-1.5 text-start font-normal">
              {name}
            </th>
            <td className="py-1.5 text-end">{number(before)}</td>
            <td className="py-1.5 text-end">{number(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MarkedStatements({
  rows,
  statements,
}: {
  rows: readonly { statement: number; mark: string }[];
  statements: ResultStatements;
}) {
  return (
    <ul className="mt-2 divide-y divide-line border-line border-y">
      {rows.map(({ statement, mark }) => (
        <li key={statement} className="flex gap-4 py-3">
          <span className="min-w-6 shrink-0 font-semibold tabular-nums">{mark}</span>
          <div>
            <StatementQuote statement={statements[statement]} />
          </div>
        </li>
      ))}
    </ul>
  );
}
