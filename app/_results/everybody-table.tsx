import { useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";
import { describeSize } from "@/lib/results/size-text";
import { PositionList } from "./position-list";
import type { ResultStatements } from "./result-statement";

/** What a map without groups shows, as a table. */
export function EverybodyTable({
  view,
  statements,
}: {
  view: ResultsView;
  statements: ResultStatements;
}) {
  const [t, map] = [useTranslations("results"), useTranslations("map")];
  const shared = view.shared.slice(0, 3);
  return (
    <div className="rounded-card border border-line bg-card px-5 py-3">
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{map("title")}</caption>
        <tbody>
          <tr className="border-line border-b align-top">
            <th scope="row" className="py-4 pe-5 text-start">
              {t("onMap")}
            </th>
            <td className="py-4 tabular-nums">{describeSize(view.onMap, { results: t })}</td>
          </tr>
          <tr className="align-top">
            <th scope="row" className="py-4 pe-5 text-start">
              {map("sharedAlone")}
            </th>
            <td className="py-4">
              {shared.length === 0 ? (
                t("sharedNoneAlone")
              ) : (
                <PositionList positions={shared} statements={statements} />
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
