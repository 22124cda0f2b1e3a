import { useTranslations } from "next-intl";
import { listNeighbourhoods } from "@/lib/results/list-neighbourhoods";
import type { ResultsView } from "@/lib/results/results-view";
import { describeSize } from "@/lib/results/size-text";
import { tellAreas } from "@/lib/results/tell-areas";
import type { Agreement } from "@/lib/schemas/agreement";
import { TallyFigures } from "./tally-figures";

interface Props {
  view: ResultsView;
  statement: number | null;
  /** Who agreed with the statement; null when only groups can be told. */
  agreement: Agreement | null;
}

/** The marks on the map one by one, with how people voted there on the chosen statement. */
export function NeighbourhoodTable({ view, statement, agreement }: Props) {
  const t = useTranslations("results");
  const told = statement === null ? [] : tellAreas(view, statement, agreement);
  return (
    <details className="mt-3 rounded-card border border-line bg-card px-3 sm:px-5">
      <summary className="disclosure">{t("neighbourhoods")}</summary>
      <p className="max-w-prose text-muted text-sm">{t("neighbourhoodsLead")}</p>
      <table className="mb-4 w-full max-w-2xl border-collapse hyphens-auto text-start">
        <caption className="sr-only">{t("neighbourhoods")}</caption>
        <thead>
          <tr className="border-edge border-b text-sm">
            <th scope="col" className="py-2 pe-2 sm:pe-4 text-start font-semibold">
              {t("neighbourhood")}
            </th>
            <th scope="col" className="py-2 pe-2 sm:pe-4 text-start font-semibold">
              {t("peopleColumn")}
            </th>
            {statement !== null && (
              <th scope="col" className="py-2 text-start font-semibold sm:w-1/2">
                {t("statementNumber", { number: statement })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {listNeighbourhoods(view, told).map(({ id, letter, number, people, area }) => (
            <tr key={id} className="border-line border-b align-top last:border-0">
              <th scope="row" className="py-2 pe-2 sm:pe-4 text-start font-normal">
                {letter === null ? number : t("neighbourhoodOf", { letter, number })}
              </th>
              <td className="py-2 pe-2 sm:pe-4 tabular-nums">
                {describeSize(people, { results: t })}
              </td>
              {statement !== null && (
                <td className="py-2">
                  {area ? (
                    <TallyFigures tally={{ ...area, notVoted: 0 }} of="voters" />
                  ) : (
                    <span className="text-muted text-sm">{t("tooFew")}</span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
