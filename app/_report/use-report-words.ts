import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import type { ReportWords } from "@/lib/report-document/report-words";

/** The texts of a report in the reader's language: what the page says, its PDF says too. */
export function useReportWords(): ReportWords {
  const format = useFormatter();
  return {
    locale: useLocale(),
    report: useTranslations("report"),
    results: useTranslations("results"),
    map: useTranslations("map"),
    history: useTranslations("history"),
    verify: useTranslations("verify"),
    pdf: useTranslations("report.pdf"),
    answers: useTranslations("answers"),
    number: useNumber(),
    list: (items) => format.list(items),
    day: (time) => format.dateTime(new Date(time), { dateStyle: "long" }),
    moment: (time) => format.dateTime(new Date(time), "moment"),
  };
}
