import { useTranslations } from "next-intl";
import { memo } from "react";
import { GroupBadge } from "@/app/_map/group-badge";
import type { StatementResult } from "@/lib/results/results-view";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";
import { TallyFigures } from "./tally-figures";

export interface StatementRowProps {
  /** In the table, from 0. */
  place: number;
  result: StatementResult;
  statement: ResultStatements[string] | undefined;
  letters: string[];
  isSelected: boolean;
  href: string | undefined;
}

const cell = "align-top not-print:max-md:block md:py-4 md:pe-4 print:py-2 print:pe-3";

/** A statement with the votes of everybody and of each group. */
export const StatementRow = memo(function StatementRow(props: StatementRowProps) {
  const { result, statement, letters, isSelected, href } = props;
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
            className="link -ms-3 inline-flex min-h-11 min-w-11 items-center px-3 text-sm tabular-nums"
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
function isSameRow(before: StatementRowProps, after: StatementRowProps): boolean {
  return (
    before.isSelected === after.isSelected &&
    before.href === after.href &&
    before.statement === after.statement &&
    before.letters.join() === after.letters.join() &&
    JSON.stringify(before.result) === JSON.stringify(after.result)
  );
}
