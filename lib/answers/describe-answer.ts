import type { Messages, _Translator as Translator } from "next-intl";
import type { Locale } from "../i18n/locales";
import type { AnswerUpdate, AnswerWording } from "./answer";
import type { AnswerState } from "./answer-state";

/** The texts about answers in one language. */
export interface AnswerWords {
  locale: Locale;
  answers: Translator<Messages, "answers">;
  /** @param time ISO 8601 */
  day(time: string): string;
}

/** How a state is told: a sign besides the word where it matters at a glance, and the colour of both. */
export interface ToldState {
  sign: "✓" | "✕" | "!" | null;
  tone: "plain" | "muted" | "agree" | "disagree" | "pass";
  text: string;
}

const looks: Record<AnswerState, Omit<ToldState, "text">> = {
  awaiting: { sign: null, tone: "muted" },
  overdue: { sign: "!", tone: "disagree" },
  "will-not": { sign: "✕", tone: "pass" },
  planned: { sign: null, tone: "plain" },
  "under-way": { sign: null, tone: "plain" },
  late: { sign: "!", tone: "disagree" },
  done: { sign: "✓", tone: "agree" },
  "given-up": { sign: "✕", tone: "disagree" },
};

export function describeState(state: AnswerState, { answers: t }: AnswerWords): ToldState {
  return { ...looks[state], text: t(`state.${state}`) };
}

/** The sign and the word in one. */
export function stateLine(state: AnswerState, words: AnswerWords): string {
  const { sign, text } = describeState(state, words);
  return sign === null ? text : `${sign} ${text}`;
}

/** What was decided, who sees to it, by when, and when that was said; not why. */
export function describeWording(wording: AnswerWording, words: AnswerWords): string[] {
  const { answers: t } = words;
  const { decision, unit, dueOn, answeredAt } = wording;
  return [
    t(`decision.${decision}`),
    ...(unit === "" ? [] : [t("unit", { unit })]),
    ...(dueOn === null ? [] : [t("dueOn", { date: describeDay(dueOn, words) })]),
    t("answeredOn", { date: words.day(answeredAt) }),
  ];
}

/** What came of it, and when that was said; not its words. */
export function describeUpdate({ status, reportedAt }: AnswerUpdate, words: AnswerWords): string[] {
  const { answers: t } = words;
  const said = {
    started: () => t("state.under-way"),
    done: () => t("state.done"),
    "given-up": () => t("state.given-up"),
    note: () => t("note"),
  };
  return [said[status](), words.day(reportedAt)];
}

/** A day of the calendar, which is the same wherever the server stands. */
function describeDay(day: string, { locale }: AnswerWords): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
