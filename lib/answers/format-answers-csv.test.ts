import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { PublicAnswer } from "./answer";
import { formatAnswersCsv } from "./format-answers-csv";

const waiting: PublicAnswer = {
  statementId: 7,
  text: "=More trees",
  language: "en",
  isTakenBack: false,
  origin: "common",
  state: "overdue",
  dueAt: "2026-05-31T12:00:00.000Z",
  current: null,
  earlier: [],
  updates: [],
};
const wording = {
  number: 1,
  decision: "will-act" as const,
  reason: "-",
  unit: "@parks, roads",
  dueOn: "2026-09-30",
  answeredAt: "2026-06-01T08:00:00.000Z",
};
const update = (number: number, text: string) => ({
  number,
  status: "note" as const,
  text,
  reportedAt: `2026-06-0${number}T08:00:00.000Z`,
});

test("a row has the answer of now and what was told last, and nothing that is computed", () => {
  const answered: PublicAnswer = {
    ...waiting,
    text: null,
    state: "planned",
    current: { ...wording, number: 2 },
    earlier: [wording],
    updates: [update(1, "First."), update(2, "+Second.")],
  };
  const rows = parse(formatAnswersCsv({ answers: [waiting, answered] }), {
    columns: true,
    bom: true,
    record_delimiter: "\r\n",
  });
  expect(rows).toEqual([
    expect.objectContaining({
      statement: "7",
      text: "'=More trees",
      state: "overdue",
      due: "2026-05-31T12:00:00.000Z",
      reason: "",
      wordings: "0",
    }),
    expect.objectContaining({
      text: "",
      reason: "'-",
      unit: "'@parks, roads",
      "to-be-done-by": "2026-09-30",
      wordings: "2",
      progress: "note",
      "progress-text": "'+Second.",
    }),
  ]);
});
