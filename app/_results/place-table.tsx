import { useTranslations } from "next-intl";
import { createScene } from "@/lib/map/create-scene";
import { placeStatements } from "@/lib/map/place-statements";
import { rankPulls } from "@/lib/results/rank-statements";
import type { ResultsView } from "@/lib/results/results-view";
import { findSide } from "@/lib/results/statement-side";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";
import { usePercent } from "./use-percent";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
}

/** Where statements stand on the map, as a table: on whose side, and how far out. */
export function PlaceTable({ view, statements }: Props) {
  const t = useTranslations("results");
  const percent = usePercent();
  const pulls = rankPulls(view, null);
  const scene = createScene(view.map, { width: 1, height: 1 });
  const places = placeStatements(pulls, scene);
  return (
    <div className="rounded-card border border-line bg-card px-5 py-3">
      <table className="w-full border-collapse text-start">
        <caption className="py-2 text-start font-semibold">{t("statementPlaces")}</caption>
        <thead>
          <tr className="border-edge border-b text-sm">
            {[t("statementColumn"), t("sideColumn"), t("reachColumn")].map((name) => (
              <th
                key={name}
                scope="col"
                className="py-2 pe-4 text-start align-bottom font-semibold"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ statement, reach }, index) => {
            const letter = findSide(view.map, pulls[index]!.pull, reach);
            return (
              <tr key={statement} className="border-line border-b align-top last:border-0">
                <th scope="row" className="py-2 pe-4 text-start font-normal">
                  <span className="text-muted text-sm tabular-nums">{statement}</span>
                  <StatementQuote
                    statement={statements[statement]}
                    className="leading-snug wrap-anywhere"
                  />
                </th>
                <td className="py-2 pe-4">{letter ? t("sideOf", { letter }) : t("sideNone")}</td>
                <td className="py-2 tabular-nums">{percent(reach)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
