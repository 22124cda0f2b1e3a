import { useTranslations } from "next-intl";
import { memo } from "react";
import { GroupBadge } from "@/app/_map/group-badge";
import type { StatementResult } from "@/lib/results/results-view";
import { smallestCrowd } from "@/lib/results/tally";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";
import { TallyFigures } from "./tally-figures";

interface Props {
  results: StatementResult[];
  statements: ResultStatements;
  letters: string[];
  selected?: number | null;
  /** Where a statement's number leads; no links without it. */
  hrefOf?: (statement: number) => string;
}

/** Every statement with the votes of everybody and of each group; on a phone a card a statement. */
export function StatementTable({ results, statements, letters, selected = null, hrefOf }: Props) {
  const t = useTranslations("results");
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
          {results.map((result) => (
            <Row
              key={result.statement}
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

interface RowProps {
  result: StatementResult;
  statement: ResultStatements[string] | undefined;
  letters: string[];
  isSelected: boolean;
  href: string | undefined;
}

const cell = "align-top not-print:max-md:block md:py-4 md:pe-4 print:py-2 print:pe-3";

const Row = memo(function Row({ result, statement, letters, isSelected, href }: RowProps) {
  const t = useTranslations("results");
  const number = result.statement;
  return (
    <tr
      id={`statement-${number}`}
      className={`break-inside-avoid border-line border-b not-print:max-md:block not-print:max-md:py-5 ${
        isSelected ? "bg-accent-soft" : ""
      }`}
    >
      <th scope="row" className={`text-start font-normal ${cell}`}>
        {href ? (
          <a
            href={href}
            aria-current={isSelected ? "true" : undefined}
            aria-label={t("selectStatement", { number })}
            className="link inline-flex min-h-6 items-center text-sm tabular-nums"
          >
            {number}
          </a>
        ) : (
          <span className="text-muted text-sm tabular-nums">{number}</span>
        )}
        <StatementQuote statement={statement} className="leading-snug wrap-anywhere" />
      </th>
      <td className={`not-print:max-md:mt-3 ${cell}`}>
        <p className="font-medium text-sm md:hidden print:hidden">{t("everybody")}</p>
        <TallyFigures tally={result.all} of="crowd" />
      </td>
      {letters.map((letter) => {
        const group = result.groups.find((candidate) => candidate.letter === letter);
        return (
          <td key={letter} className={`not-print:max-md:mt-3 ${cell}`}>
            <p className="flex items-center gap-1.5 font-medium text-sm md:hidden print:hidden">
              <GroupBadge letter={letter} className="size-6 shrink-0" />
              {t("group", { letter })}
            </p>
            {group && <TallyFigures tally={group.tally} of="crowd" />}
          </td>
        );
      })}
    </tr>
  );
}, isSameRow);

/** A new analysis changes few rows; the others need not be drawn again. */
function isSameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.isSelected === after.isSelected &&
    before.href === after.href &&
    before.statement === after.statement &&
    before.letters.join() === after.letters.join() &&
    JSON.stringify(before.result) === JSON.stringify(after.result)
  );
}
