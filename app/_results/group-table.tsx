import { useTranslations } from "next-intl";
import { GroupBadge } from "@/app/_map/group-badge";
import type { ResultsView } from "@/lib/results/results-view";
import { describeSize } from "@/lib/results/size-text";
import { EverybodyTable } from "./everybody-table";
import { PositionList } from "./position-list";
import type { ResultStatements } from "./result-statement";
import { usePercent } from "./use-percent";

/** What the map shows, as a table. */
export function GroupTable({
  view,
  statements,
}: {
  view: ResultsView;
  statements: ResultStatements;
}) {
  const t = useTranslations("results");
  const percent = usePercent();
  if (view.groups.length === 0) return <EverybodyTable view={view} statements={statements} />;
  return (
    <div className="rounded-card border border-line bg-card px-3 py-3 sm:px-5">
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{t("groupsTitle")}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-edge border-b text-sm">
            {[t("groupColumn"), t("peopleColumn"), t("shareColumn"), t("standsForColumn")].map(
              (name) => (
                <th key={name} scope="col" className="py-2 pe-5 text-start font-semibold">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {view.groups.map(({ letter, size, share, standsFor }) => (
            <tr
              key={letter}
              className="border-line border-b align-top last:border-0 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto_auto] max-sm:items-center max-sm:gap-x-3 max-sm:py-4"
            >
              <th scope="row" className="text-start sm:whitespace-nowrap sm:py-4 sm:pe-5">
                <span className="flex items-center gap-2">
                  <GroupBadge letter={letter} className="size-8 shrink-0" />
                  {t("group", { letter })}
                </span>
              </th>
              <td className="tabular-nums sm:whitespace-nowrap sm:py-4 sm:pe-5">
                {describeSize(size, { results: t })}
              </td>
              <td className="tabular-nums sm:py-4 sm:pe-5">
                {share === null ? "–" : percent(share)}
              </td>
              <td className="max-sm:col-span-full max-sm:mt-2 sm:py-4">
                <PositionList positions={standsFor.slice(0, 2)} statements={statements} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
