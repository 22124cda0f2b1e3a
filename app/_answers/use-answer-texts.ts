import type { PublicAnswers } from "@/lib/answers/answer";
import { stateLine } from "@/lib/answers/describe-answer";
import { useAnswerWords } from "./use-answer-words";

/** What leads to each answer, by statement. */
export function useAnswerTexts(answers: PublicAnswers | null): Record<number, string> {
  const words = useAnswerWords();
  const list = answers?.answers ?? [];
  return Object.fromEntries(
    list.map(({ statementId, state }) => [
      statementId,
      words.answers("toAnswer", { state: stateLine(state, words) }),
    ]),
  );
}
