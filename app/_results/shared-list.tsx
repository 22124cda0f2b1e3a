import { useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";
import { shareOfVoters } from "@/lib/results/tally";
import { CrowdRows } from "./crowd-rows";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";
import { usePercent } from "./use-percent";

/** What a clear majority of everybody takes the same side on, with how sure that is. */
export function SharedList({
  view,
  statements,
}: {
  view: ResultsView;
  statements: ResultStatements;
}) {
  const t = useTranslations("results");
  const percent = usePercent();
  if (view.shared.length === 0) return <p className="text-muted">{t("sharedNone")}</p>;
  return (
    <ol className="divide-y divide-line border-line border-y">
      {view.shared.map(({ statement, value, low, high, isInEveryGroup }) => {
        const result = view.statements.find((candidate) => candidate.statement === statement);
        const share = result && shareOfVoters(result.all, value === 1 ? "agrees" : "disagrees");
        return (
          <li key={`${statement}/${value}`} className="break-inside-avoid py-6">
            <StatementQuote statement={statements[statement]} />
            <p className="mt-2 text-sm">
              {typeof share === "number" && (
                <strong className={value === 1 ? "text-agree" : "text-disagree"}>
                  <span aria-hidden="true">{value === 1 ? "✓ " : "✕ "}</span>
                  {t(value === 1 ? "sharedAgree" : "sharedDisagree", { share: percent(share) })}
                </strong>
              )}{" "}
              <span className="text-muted">
                {t("interval", { low: percent(low), high: percent(high) })}
              </span>
            </p>
            {view.groups.length > 0 && (
              <p className="mt-0.5 text-muted text-sm">
                {isInEveryGroup ? t("everyGroup") : t("notEveryGroup")}
              </p>
            )}
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
