import type { PublicAnswers } from "@/lib/answers/answer";
import { describeState } from "@/lib/answers/describe-answer";
import { useAnswerWords } from "./use-answer-words";

/** What leads to each answer, by statement. */
export function useAnswerTexts(answers: PublicAnswers | null): Record<number, string> {
  const words = useAnswerWords();
  const list = answers?.answers ?? [];
  return Object.fromEntries(
    list.map(({ statementId, state, current }) => {
      const { text } = describeState(state, words);
      // That there is none says so by itself.
      return [statementId, current ? words.answers("toAnswer", { state: text }) : text];
    }),
  );
}
