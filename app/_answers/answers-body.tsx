import { useTranslations } from "next-intl";
import type { ResultStatements } from "@/app/_results/result-statement";
import type { PublicAnswers } from "@/lib/answers/answer";
import { AnswerItem } from "./answer-item";
import { useAnswerWords } from "./use-answer-words";

interface Props {
  slug: string;
  answers: PublicAnswers;
  /** As the page quotes them, translated where they are. */
  statements: ResultStatements;
}

/** Every answer, and every statement that waits for one. */
export function AnswersBody({ slug, answers: { dueAt, answers }, statements }: Props) {
  const t = useTranslations("answers");
  const { day } = useAnswerWords();
  return (
    <>
      {dueAt !== null && (
        <p className="mb-4 max-w-prose">{t("promisedBy", { date: day(dueAt) })}</p>
      )}
      {answers.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ol className="divide-y divide-line border-line border-y">
          {answers.map((answer) => (
            <AnswerItem
              key={answer.statementId}
              answer={answer}
              statement={statements[answer.statementId] ?? quoteOf(answer)}
            />
          ))}
        </ol>
      )}
      <AnswerFiles slug={slug} />
    </>
  );
}

function quoteOf({ text, language }: PublicAnswers["answers"][number]) {
  return text === null ? undefined : { text, language };
}

function AnswerFiles({ slug }: { slug: string }) {
  const t = useTranslations("answers");
  const path = encodeURIComponent(slug);
  const files = `/api/v1/conversations/${path}/export`;
  const link = "link inline-flex min-h-11 items-center";
  return (
    <p className="mt-3 flex flex-wrap gap-x-6 text-sm print:hidden">
      <a href={`/c/${path}/answers.atom`} type="application/atom+xml" className={link}>
        {t("feed")}
      </a>
      {["answers.csv", "answers.json"].map((name) => (
        <a key={name} href={`${files}/${name}`} download className={link}>
          {name}
        </a>
      ))}
    </p>
  );
}
