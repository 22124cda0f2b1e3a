import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { GroupBadge } from "@/app/_map/group-badge";
import type { StatementResult } from "@/lib/results/results-view";
import { smallestCrowd } from "@/lib/results/tally";
import type { ResultStatements } from "./result-statement";
import { StatementRow, type StatementRowProps } from "./statement-row";

interface Props {
  results: StatementResult[];
  statements: ResultStatements;
  letters: string[];
  selected?: number | null;
  /** Where a statement's number leads; no links without it. */
  hrefOf?: (statement: number) => string;
  /** Draws a statement's row. */
  row?: ComponentType<StatementRowProps>;
}

/** Every statement with the votes of everybody and of each group; on a phone a card a statement. */
export function StatementTable({ results, statements, letters, selected = null, ...rest }: Props) {
  const t = useTranslations("results");
  const { hrefOf, row: Row = StatementRow } = rest;
  return (
    <>
      <table className="statement-table w-full border-collapse text-start">
        <caption className="sr-only">{t("statementsTitle")}</caption>
        <thead className="not-print:max-md:sr-only">
          <tr className="border-edge border-b text-sm">
            <th scope="col" className="py-2 pe-4 text-start font-semibold">
              {t("statementColumn")}
            </th>
            <th
              scope="col"
              className={`py-2 print:w-36 pe-4 text-start font-semibold ${
                letters.length === 0 ? "w-64" : "w-40"
              }`}
            >
              {t("everybody")}
            </th>
            {letters.map((letter) => (
              <th
                key={letter}
                scope="col"
                className="w-40 py-2 print:w-36 pe-4 text-start font-semibold"
              >
                <span className="flex items-center gap-1.5">
                  <GroupBadge letter={letter} className="size-6 shrink-0" />
                  {t("group", { letter })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map((result, place) => (
            <Row
              key={result.statement}
              place={place}
              result={result}
              statement={statements[result.statement]}
              letters={letters}
              isSelected={selected === result.statement}
              href={hrefOf?.(result.statement)}
            />
          ))}
        </tbody>
      </table>
      <p className="mt-4 text-muted text-sm">{t("tooFewNote", { count: smallestCrowd })}</p>
    </>
  );
}
