import { headers } from "next/headers";
import { useLocale, useTranslations } from "next-intl";
import { use } from "react";
import { GroupBadge } from "@/app/_map/group-badge";
import type { ResultStatements } from "@/app/_results/result-statement";
import { originalText, shownText } from "@/lib/i18n/shown-text";
import { creditNames, headGroup } from "@/lib/report-document/name-group";
import { formatBarRules } from "@/lib/reports/format-statement-rows";
import { listStatementRows, type RowWords } from "@/lib/reports/statement-rows";
import type { StatementResult } from "@/lib/results/results-view";
import { smallestCrowd } from "@/lib/results/tally";
import { StatementRows } from "./statement-rows";
import { useReportWords } from "./use-report-words";
import "./statement-table.css";

interface Props {
  results: StatementResult[];
  statements: ResultStatements;
  letters: string[];
  /** What leads to each answer, by statement. */
  answers: Record<number, string>;
  /** By letter, as the organisers call groups. */
  names: Record<string, string>;
}

/** Every statement with the votes of everybody and of each group; light enough for thousands of them. */
export function StatementTable({ results, statements, letters, answers, names }: Props) {
  const t = useTranslations("results");
  const nonce = use(headers()).get("x-nonce") ?? undefined;
  const locale = useLocale();
  const words = useReportWords();
  const heads = letters.map((letter) => headGroup(letter, names, words));
  const crowds = [t("everybody"), ...heads];
  const credit = creditNames(letters, names, words);
  const rows = listStatementRows(results, letters, (id) => readWords(statements[id], answers[id]));
  return (
    <>
      <style nonce={nonce}>{`${formatBarRules()}${formatLabels(crowds)}`}</style>
      <TallyKey />
      <table className="tallies">
        <caption className="sr-only">{t("statementsTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("statementColumn")}</th>
            {crowds.map((crowd, index) => (
              <th key={crowd} scope="col">
                <span className="flex items-center gap-1.5">
                  {index > 0 && (
                    <GroupBadge letter={letters[index - 1]!} className="size-6 shrink-0" />
                  )}
                  {crowd}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <StatementRows rows={rows} locale={locale} tooFew={t("tooFew")} />
      </table>
      <p className="mt-4 text-muted text-sm">{t("tooFewNote", { count: smallestCrowd })}</p>
      {credit && <p className="text-muted text-sm">{credit}</p>}
    </>
  );
}

function readWords(
  statement: ResultStatements[string] | undefined,
  answer: string | undefined,
): RowWords | null {
  if (!statement) return null;
  return {
    ...shownText(statement),
    original: statement.translation ? originalText(statement) : null,
    answer,
  };
}

/** What the signs and the bar of a cell mean, in the order in which they stand there. */
function TallyKey() {
  const t = useTranslations("results");
  const report = useTranslations("report");
  const parts = [
    { className: "text-agree", sign: "✓", word: t("agree") },
    { className: "text-disagree", sign: "✕", word: t("disagree") },
    { className: "text-pass", sign: "–", word: t("pass") },
    { className: "text-muted", sign: "○", word: report("notVotedColumn") },
  ];
  return (
    <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {parts.map(({ className, sign, word }) => (
        <span key={sign} className={`font-semibold ${className}`}>
          {sign} {word}
        </span>
      ))}
    </p>
  );
}

/** On a phone a row is a card, and each cell says whose votes it has. */
function formatLabels(crowds: string[]): string {
  return crowds
    .map((crowd, index) => {
      const text = crowd.replace(/["\\<\n]/g, "");
      return `.tallies td:nth-child(${index + 2}){--crowd:"${text}"}`;
    })
    .join("");
}
