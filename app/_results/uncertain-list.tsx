import { useTranslations } from "next-intl";
import { memo } from "react";
import type { ResultsView } from "@/lib/results/results-view";
import { MapLink } from "./map-link";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";
import { TallyFigures } from "./tally-figures";
import { useShareWithin } from "./use-share-within";

/** What many people passed on. */
export const UncertainList = memo(function UncertainList({
  view,
  statements,
}: {
  view: ResultsView;
  statements: ResultStatements;
}) {
  const t = useTranslations("results");
  const within = useShareWithin();
  if (view.uncertain.length === 0) return <p className="text-muted">{t("uncertainNone")}</p>;
  return (
    <ol className="divide-y divide-line border-line border-y">
      {view.uncertain.map(({ statement, passShare, ...range }) => {
        const result = view.statements.find((candidate) => candidate.statement === statement);
        return (
          <li
            key={statement}
            className="grid break-inside-avoid gap-3 py-5 sm:grid-cols-[1fr_16rem]"
          >
            <div>
              <StatementQuote statement={statements[statement]} />
              <p className="mt-1.5 font-semibold text-pass text-sm">
                <span aria-hidden="true">– </span>
                {t("uncertainShare", { share: within(passShare, range) })}
              </p>
              <MapLink statement={statement} />
            </div>
            <div>{result && <TallyFigures tally={result.all} of="voters" />}</div>
          </li>
        );
      })}
    </ol>
  );
});
