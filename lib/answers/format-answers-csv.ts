import type { CsvCell } from "../csv/format-csv-row";
import { formatSheet } from "../csv/format-sheet";
import type { PublicAnswer, PublicAnswers } from "./answer";

const columns = [
  "statement",
  "text",
  "origin",
  "state",
  "due",
  "decision",
  "reason",
  "unit",
  "to-be-done-by",
  "answered",
  "wordings",
  "progress",
  "progress-text",
  "progress-told",
];

/**
 * A row a statement, for a spreadsheet: its answer as it is worded now and what was told last of its
 * progress. What was said before is in answers.json.
 */
export function formatAnswersCsv({ answers }: Pick<PublicAnswers, "answers">): string {
  return formatSheet([columns, ...answers.map(toCells)]);
}

function toCells(answer: PublicAnswer): CsvCell[] {
  const { statementId, text, origin, state, dueAt, current, earlier, updates } = answer;
  const progress = updates.at(-1);
  return [
    statementId,
    text,
    origin,
    state,
    dueAt,
    current?.decision ?? null,
    current?.reason ?? null,
    current?.unit ?? null,
    current?.dueOn ?? null,
    current?.answeredAt ?? null,
    earlier.length + (current ? 1 : 0),
    progress?.status ?? null,
    progress?.text ?? null,
    progress?.reportedAt ?? null,
  ];
}
