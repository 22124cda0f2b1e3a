import type { ReactNode } from "react";
import type { PublicAnswers } from "@/lib/answers/answer";
import { AnswerLinks } from "./answer-links";
import { useAnswerTexts } from "./use-answer-texts";

interface Props {
  answers: PublicAnswers | null;
  children: ReactNode;
}

/** Lets every statement that is quoted in it lead to its answer. */
export function AnsweredPage({ answers, children }: Props) {
  return <AnswerLinks texts={useAnswerTexts(answers)}>{children}</AnswerLinks>;
}
