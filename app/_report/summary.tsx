import { useFormatter, useTranslations } from "next-intl";
import { CoverageText } from "@/app/_results/coverage-text";
import type { ResultStatements } from "@/app/_results/result-statement";
import { StatementQuote } from "@/app/_results/statement-quote";
import { usePercent } from "@/app/_results/use-percent";
import { useShareWithin } from "@/app/_results/use-share-within";
import { nameGroup } from "@/lib/report-document/name-group";
import type { ResultsView } from "@/lib/results/results-view";
import { nameStability } from "@/lib/results/stability-band";
import { shareOfVoters } from "@/lib/results/tally";
import { useReportWords } from "./use-report-words";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  isClosed: boolean;
  /** By letter, as the organisers call groups. */
  names: Record<string, string>;
}

/** What a minister reads first: the figures in sentences. */
export function Summary({ view, statements, isClosed, names }: Props) {
  const t = useTranslations("report");
  const format = useFormatter();
  const { participants, votes } = view;
  const words = useReportWords();
  const groups = view.groups.map((group) => nameGroup(group, names, words));
  const points = Math.round((view.dividing[0]?.difference ?? 0) * 100);
  return (
    <div className="grid max-w-prose gap-3 text-lg leading-relaxed print:max-w-none print:gap-2 print:text-base print:leading-normal">
      <p>{t("summaryPeople", { participants, votes, statements: view.statements.length })}</p>
      {groups.length > 0 ? (
        <p>
          {t("summaryGroups", { count: groups.length, list: format.list(groups) })}{" "}
          <GroupsAgain view={view} />
        </p>
      ) : (
        <p>
          {view.structure.pValue === null
            ? t("summaryNoGroupsUntested", { state: isClosed ? "closed" : "open" })
            : t("summaryNoGroups")}
        </p>
      )}
      {view.shared.length === 0 ? (
        <p>{t("summarySharedNone")}</p>
      ) : (
        <>
          <p>
            {t("summaryShared", { count: view.shared.length })}
            {groups.length > 0 && (
              <>
                {" "}
                {t("summaryEverywhere", {
                  count: view.shared.filter(({ isInEveryGroup }) => isInEveryGroup).length,
                })}
              </>
            )}
          </p>
          <Strongest view={view} statements={statements} />
          {view.coverage && (
            <p>
              <CoverageText coverage={view.coverage} />
            </p>
          )}
        </>
      )}
      {view.groups.length > 1 && (
        <p>{t("summaryDividing", { count: view.dividing.length, points })}</p>
      )}
    </div>
  );
}

function GroupsAgain({ view }: { view: ResultsView }) {
  const t = useTranslations("report");
  const format = useFormatter();
  const percent = usePercent();
  const groups = view.groups.flatMap(({ letter, stability }) =>
    stability === null
      ? []
      : [t(`stability.${nameStability(stability)}`, { letter, share: percent(stability) })],
  );
  if (groups.length === 0) return null;
  return t("summaryStability", { count: view.redrawings.ofGroups, list: format.list(groups) });
}

function Strongest({ view, statements }: { view: ResultsView; statements: ResultStatements }) {
  const t = useTranslations("report");
  const within = useShareWithin();
  const strongest = view.shared.find(({ isInEveryGroup }) => isInEveryGroup);
  const result = view.statements.find(({ statement }) => statement === strongest?.statement);
  if (!strongest || !result) return null;
  const share = shareOfVoters(result.all, strongest.value === 1 ? "agrees" : "disagrees");
  if (share === null) return null;
  return (
    <div>
      <p>
        {t(strongest.value === 1 ? "summaryStrongest" : "summaryStrongestDisagree", {
          share: within(share, strongest),
        })}
      </p>
      <blockquote className="mt-1 border-edge border-s-4 ps-4">
        <StatementQuote statement={statements[strongest.statement]} className="font-medium" />
      </blockquote>
    </div>
  );
}
