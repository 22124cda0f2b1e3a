import { useTranslations } from "next-intl";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";

interface Props {
  positions: { statement: number; value: 1 | -1 }[];
  statements: ResultStatements;
}

/** Statements with the side that is taken on each. */
export function PositionList({ positions, statements }: Props) {
  const t = useTranslations("results");
  return positions.map(({ statement, value }) => (
    <div key={statement} className="mb-2 flex gap-2 last:mb-0">
      <span className={value === 1 ? "text-agree" : "text-disagree"}>
        <span aria-hidden="true">{value === 1 ? "✓" : "✕"}</span>
        <span className="sr-only">{value === 1 ? t("agree") : t("disagree")}</span>
      </span>
      <StatementQuote
        statement={statements[statement]}
        className="min-w-40 leading-snug wrap-anywhere"
      />
    </div>
  ));
}
