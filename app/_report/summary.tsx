import { useFormatter, useTranslations } from "next-intl";
import type { ResultStatements } from "@/app/_results/result-statement";
import { StatementQuote } from "@/app/_results/statement-quote";
import { usePercent } from "@/app/_results/use-percent";
import type { ResultsView } from "@/lib/results/results-view";
import { shareOfVoters } from "@/lib/results/tally";

/** What a minister reads first: the figures in sentences. */
export function Summary({ view, statements }: { view: ResultsView; statements: ResultStatements }) {
  const t = useTranslations("report");
  const format = useFormatter();
  const percent = usePercent();
  const { participants, votes } = view;
  const groups = view.groups.map(({ letter, size, share }) =>
    t("summaryGroup", { letter, people: size, share: percent(share) }),
  );
  const points = Math.round((view.dividing[0]?.difference ?? 0) * 100);
  return (
    <div className="grid max-w-prose gap-3 text-lg leading-relaxed print:max-w-none print:text-base">
      <p>{t("summaryPeople", { participants, votes, statements: view.statements.length })}</p>
      <p>{t("summaryGroups", { count: groups.length, list: format.list(groups) })}</p>
      {view.shared.length === 0 ? (
        <p>{t("summarySharedNone")}</p>
      ) : (
        <>
          <p>
            {t("summaryShared", {
              count: view.shared.length,
              everywhere: view.shared.filter(({ isInEveryGroup }) => isInEveryGroup).length,
            })}
          </p>
          <Strongest view={view} statements={statements} />
        </>
      )}
      {view.groups.length > 1 && (
        <p>{t("summaryDividing", { count: view.dividing.length, points })}</p>
      )}
    </div>
  );
}

function Strongest({ view, statements }: { view: ResultsView; statements: ResultStatements }) {
  const t = useTranslations("report");
  const percent = usePercent();
  const strongest = view.shared.find(({ isInEveryGroup }) => isInEveryGroup);
  const result = view.statements.find(({ statement }) => statement === strongest?.statement);
  if (!strongest || !result) return null;
  const share = shareOfVoters(result.all, strongest.value === 1 ? "agrees" : "disagrees");
  if (share === null) return null;
  return (
    <div>
      <p>
        {t(strongest.value === 1 ? "summaryStrongest" : "summaryStrongestDisagree", {
          share: percent(share),
        })}
      </p>
      <blockquote className="mt-1 border-edge border-s-4 ps-4">
        <StatementQuote statement={statements[strongest.statement]} className="font-medium" />
      </blockquote>
    </div>
  );
}
