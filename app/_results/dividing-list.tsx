import { useTranslations } from "next-intl";
import { memo } from "react";
import type { DividingStatement, ResultsView } from "@/lib/results/results-view";
import { CrowdRows } from "./crowd-rows";
import { MapLink } from "./map-link";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";

/** Where two groups differ most. */
export const DividingList = memo(function DividingList({
  view,
  statements,
}: {
  view: ResultsView;
  statements: ResultStatements;
}) {
  const t = useTranslations("results");
  if (view.dividing.length === 0) return <p className="text-muted">{t("dividingNone")}</p>;
  return (
    <ol className="divide-y divide-line border-line border-y">
      {view.dividing.map(({ statement, letters, difference, interval }) => {
        const result = view.statements.find((candidate) => candidate.statement === statement);
        return (
          <li key={statement} className="break-inside-avoid py-6">
            <StatementQuote statement={statements[statement]} />
            <p className="mt-2 text-muted text-sm">
              <Gap letters={letters} difference={difference} interval={interval} />
            </p>
            {result && (
              <div className="mt-4">
                <CrowdRows result={result} />
              </div>
            )}
            <MapLink statement={statement} />
          </li>
        );
      })}
    </ol>
  );
});

function Gap({
  letters: [first, second],
  difference,
  interval,
}: Pick<DividingStatement, "letters" | "difference" | "interval">) {
  const t = useTranslations("results");
  const points = toPoints(difference);
  if (!interval) return t("dividingGap", { first, second, points });
  const [low, high] = [toPoints(interval.low), toPoints(interval.high)];
  return t("dividingGapWithin", { first, second, points, low, high });
}

function toPoints(difference: number): number {
  return Math.round(difference * 100);
}
