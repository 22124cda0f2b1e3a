import { useFormatter, useTranslations } from "next-intl";
import { ReportSection } from "@/app/_report/report-section";
import type { ResultStatements } from "@/app/_results/result-statement";
import type { PublicAnswers } from "@/lib/answers/answer";
import { AnswersBody } from "./answers-body";

interface Props {
  slug: string;
  /** Null: nothing is to be answered yet. */
  answers: PublicAnswers | null;
  statements: ResultStatements;
  now: Date;
}

/** The answers of now beside a report, which is not changed by them. */
export function ReportAnswers({ slug, answers, statements, now }: Props) {
  const t = useTranslations("answers");
  const format = useFormatter();
  if (!answers) return null;
  return (
    <ReportSection id="answers" title={t("title")} lead={t("lead")}>
      <p className="mb-3 max-w-prose print:max-w-none">
        {t("asOf", { when: format.dateTime(now, "moment") })}
      </p>
      <AnswersBody slug={slug} answers={answers} statements={statements} />
    </ReportSection>
  );
}
