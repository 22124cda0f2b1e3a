import { readFile } from "node:fs/promises";
import { createFormatter, createTranslator, type Messages } from "next-intl";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import { formatNumber } from "@/lib/i18n/format-number";
import { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { numberFormatOf } from "@/lib/i18n/own-number-format";
import type { ReportWords } from "@/lib/report-document/report-words";

/** The texts of the pages, written as the pages write them. */
export async function loadReportWords(locale: Locale, timeZone: string): Promise<ReportWords> {
  const file = new URL(`../../lib/i18n/messages/${locale}.json`, import.meta.url);
  const messages: Messages = JSON.parse(await readFile(file, "utf8"));
  const _formatters = {
    ..._createIntlFormatters(_createCache()),
    getNumberFormat: numberFormatOf,
  };
  const shared = { locale, messages, formats, timeZone, _formatters };
  const format = createFormatter({ locale, formats, timeZone });
  return {
    locale,
    report: createTranslator({ ...shared, namespace: "report" }),
    results: createTranslator({ ...shared, namespace: "results" }),
    map: createTranslator({ ...shared, namespace: "map" }),
    history: createTranslator({ ...shared, namespace: "history" }),
    verify: createTranslator({ ...shared, namespace: "verify" }),
    pdf: createTranslator({ ...shared, namespace: "report.pdf" }),
    answers: createTranslator({ ...shared, namespace: "answers" }),
    number: (value, options) => formatNumber(locale, value, options),
    list: (items) => format.list(items),
    day: (time) => format.dateTime(new Date(time), { dateStyle: "long" }),
    moment: (time) => format.dateTime(new Date(time), "moment"),
  };
}
