import type { AnswerWording, PublicAnswer } from "../answers/answer";
import {
  describeState,
  describeUpdate,
  describeWording,
  stateLine,
} from "../answers/describe-answer";
import { guessLanguage } from "../i18n/guess-language";
import { toWords } from "./quotes";
import type { Block, Note, Quote, Section } from "./report-document";
import type { ReportMaterial } from "./report-material";

/** The answers of a day beside a report, which they do not change; nothing while none is to be given. */
export function tellAnswers(material: ReportMaterial): Section[] {
  const { answers, words } = material;
  if (!answers || (answers.answers.length === 0 && answers.dueAt === null)) return [];
  const { answers: t, day } = words;
  const plain = (text: string): Block => ({ kind: "paragraph", tone: "plain", text });
  const blocks = [
    plain(t("asOf", { when: day(answers.asOf) })),
    ...(answers.dueAt === null ? [] : [plain(t("promisedBy", { date: day(answers.dueAt) }))]),
    ...(answers.answers.length === 0 ? [plain(t("none"))] : []),
    ...answers.answers.map((answer) => tellAnswer(answer, material)),
  ];
  return [{ title: t("title"), lead: t("lead"), note: null, startsSheet: false, blocks }];
}

function tellAnswer(answer: PublicAnswer, material: ReportMaterial): Block {
  const { words } = material;
  const { state, current, earlier, updates, isTakenBack } = answer;
  const quote = findQuote(answer, material);
  const missing = words.answers(isTakenBack ? "takenBack" : "notShown");
  return {
    kind: "answer",
    quote,
    lines: [
      ...(quote && !isTakenBack ? [] : [{ tone: "muted" as const, text: missing }]),
      { tone: describeState(state, words).tone, text: stateLine(state, words) },
    ],
    notes: [
      ...(current ? [noteOf(current, material)] : []),
      ...updates.map((update) =>
        toOwnNote(describeUpdate(update, words).join(" · "), update.text, material),
      ),
      ...earlier.map((wording) => noteOf(wording, material, words.answers("earlier"))),
    ],
  };
}

/** As the report quotes it, else as it is shown now. */
function findQuote(
  { statementId, text, language }: PublicAnswer,
  { quotes, words, direction }: ReportMaterial,
): Quote | null {
  const known = quotes.get(statementId);
  if (known) return known;
  if (text === null) return null;
  const own = toWords(text, language ?? guessLanguage(text), direction);
  return { number: words.number(statementId), words: own, original: null };
}

function noteOf(wording: AnswerWording, material: ReportMaterial, ...before: string[]): Note {
  const facts = [...before, ...describeWording(wording, material.words)];
  return toOwnNote(facts.join(" · "), wording.reason, material);
}

function toOwnNote(label: string, text: string, { direction }: ReportMaterial): Note {
  return { label, words: toWords(text, guessLanguage(text), direction) };
}
