import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { AnswerWords } from "@/lib/answers/describe-answer";

export function useAnswerWords(): AnswerWords {
  const format = useFormatter();
  return {
    locale: useLocale(),
    answers: useTranslations("answers"),
    day: (time) => format.dateTime(new Date(time), { dateStyle: "long" }),
  };
}
