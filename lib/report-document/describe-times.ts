import type { Participation } from "../schemas/report";
import type { ReportWords } from "./report-words";

/** The hour matters only to what is over in days. */
const shortMs = 3 * 24 * 60 * 60 * 1000;

/** When people came, and when the most came, in a sentence; null when it is not known. */
export function describeTimes(
  { spans, until }: Pick<Participation, "spans" | "until">,
  words: Pick<ReportWords, "report" | "moment" | "day">,
): string | null {
  const [first] = spans;
  if (!first || until === null) return null;
  const isShort = Date.parse(until) - Date.parse(first.start) < shortMs;
  const moment = isShort ? words.moment : words.day;
  const peak = spans.reduce((most, span) => (span.newcomers > most.newcomers ? span : most));
  return words.report("overTimeText", {
    from: moment(first.start),
    until: moment(until),
    people: spans.reduce((sum, { newcomers }) => sum + newcomers, 0),
    most: peak.newcomers,
    peak: moment(peak.start),
  });
}
