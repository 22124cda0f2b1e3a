import { useTranslations } from "next-intl";
import { memo } from "react";
import { AnswerLink } from "@/app/_answers/answer-links";
import type { ResultsView, SharedStatement } from "@/lib/results/results-view";
import { shareOfVoters } from "@/lib/results/tally";
import { CoverageText } from "./coverage-text";
import { CrowdRows } from "./crowd-rows";
import { MapLink } from "./map-link";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";
import { usePercent } from "./use-percent";
import { useShareWithin } from "./use-share-within";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
}

/** What everybody shares; apart from it, what most people think but not a majority in every group. */
export const SharedList = memo(function SharedList({ view, statements }: Props) {
  const t = useTranslations("results");
  const everywhere = view.shared.filter(({ isInEveryGroup }) => isInEveryGroup);
  const mostly = view.shared.filter(({ isInEveryGroup }) => !isInEveryGroup);
  return (
    <>
      {everywhere.length === 0 ? (
        <p className="text-muted">
          {t(view.groups.length === 0 ? "sharedNoneAlone" : "sharedNone")}
        </p>
      ) : (
        <Shares shared={everywhere} view={view} statements={statements} />
      )}
      {mostly.length > 0 && (
        <>
          <h3 className="mt-10 text-lg">{t("mostlyTitle")}</h3>
          <p className="mt-1 mb-4 max-w-prose break-after-avoid text-muted">{t("mostlyLead")}</p>
          <Shares shared={mostly} view={view} statements={statements} />
        </>
      )}
      {view.shared.length > 0 && view.coverage && (
        <p className="mt-5 max-w-prose break-inside-avoid">
          <CoverageText coverage={view.coverage} />
        </p>
      )}
    </>
  );
});

function Shares({ shared, view, statements }: Props & { shared: SharedStatement[] }) {
  const t = useTranslations("results");
  const within = useShareWithin();
  const percent = usePercent();
  return (
    <ol className="divide-y divide-line border-line border-y">
      {shared.map(({ statement, value, low, high, survival }) => {
        const result = view.statements.find((candidate) => candidate.statement === statement);
        const share = result && shareOfVoters(result.all, value === 1 ? "agrees" : "disagrees");
        return (
          <li key={`${statement}/${value}`} className="break-inside-avoid py-6">
            <StatementQuote statement={statements[statement]} />
            <p className="mt-2 text-sm">
              {typeof share === "number" && (
                <strong className={value === 1 ? "text-agree" : "text-disagree"}>
                  <span aria-hidden="true">{value === 1 ? "✓ " : "✕ "}</span>
                  {t(value === 1 ? "sharedAgree" : "sharedDisagree", {
                    share: within(share, { low, high }),
                  })}
                </strong>
              )}
              {low <= 0.5 && <span className="text-muted"> · {t("narrow")}</span>}
              {survival !== null && (
                <span className="text-muted"> · {t("survival", { share: percent(survival) })}</span>
              )}
            </p>
            {result && (
              <div className="mt-4">
                <CrowdRows result={result} />
              </div>
            )}
            <AnswerLink statement={statement} />
            <MapLink statement={statement} />
          </li>
        );
      })}
    </ol>
  );
}
