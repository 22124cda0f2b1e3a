import { useTranslations } from "next-intl";
import type { ResultStatements } from "@/app/_results/result-statement";
import { Section } from "@/app/_results/section";
import type { PublicAnswers } from "@/lib/answers/answer";
import { AnswersBody } from "./answers-body";

interface Props {
  slug: string;
  answers: PublicAnswers;
  statements: ResultStatements;
}

/** The answers among the results; made on the server, so that they bring no texts to the browser. */
export function ResultsAnswers(props: Props) {
  const t = useTranslations("answers");
  return (
    <Section id="answers" title={t("title")} lead={t("lead")}>
      <AnswersBody {...props} />
    </Section>
  );
}
