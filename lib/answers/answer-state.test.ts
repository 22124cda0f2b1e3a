import { describe, expect, test } from "vitest";
import { answerState } from "./answer-state";
import { answersDueAt } from "./answers-due-at";
import { listOwed } from "./list-owed";

const now = new Date("2026-06-10T12:00:00Z");
const answered = (decision: "will-act" | "partly" | "will-not", dueOn: string | null = null) => ({
  decision,
  dueOn,
  answeredAt: "2026-06-01T08:00:00Z",
});
const told = (status: "started" | "done" | "given-up" | "note", reportedAt: string) => ({
  status,
  reportedAt,
});
const stateOf = (about: Partial<Parameters<typeof answerState>[0]>, at = now) =>
  answerState({ dueAt: null, wordings: [], updates: [], ...about }, at);

describe("without an answer", () => {
  test("it waits, and is overdue from the second on at which it is due", () => {
    expect(stateOf({})).toBe("awaiting");
    const dueAt = "2026-06-10T12:00:00.000Z";
    expect(stateOf({ dueAt }, new Date("2026-06-10T11:59:59.999Z"))).toBe("awaiting");
    expect(stateOf({ dueAt })).toBe("overdue");
    expect(stateOf({ dueAt: new Date(dueAt) })).toBe("overdue");
  });
});

describe("with an answer", () => {
  test("the newest wording counts, however late it came", () => {
    const dueAt = "2026-05-01T00:00:00Z";
    expect(stateOf({ dueAt, wordings: [answered("will-act")] })).toBe("planned");
    expect(stateOf({ dueAt, wordings: [answered("will-act"), answered("will-not")] })).toBe(
      "will-not",
    );
  });

  test("progress moves it; a note does not", () => {
    const wordings = [answered("partly")];
    const started = told("started", "2026-06-02T00:00:00Z");
    const note = told("note", "2026-06-03T00:00:00Z");
    expect(stateOf({ wordings, updates: [note] })).toBe("planned");
    expect(stateOf({ wordings, updates: [started, note] })).toBe("under-way");
    const done = told("done", "2026-06-04T00:00:00Z");
    expect(stateOf({ wordings, updates: [started, done, note] })).toBe("done");
    const givenUp = told("given-up", "2026-06-04T00:00:00Z");
    expect(stateOf({ wordings, updates: [started, givenUp] })).toBe("given-up");
  });

  test("it is late once its day is over, unless it is finished or given up", () => {
    const wordings = [answered("will-act", "2026-06-09")];
    const updates = [told("started", "2026-06-02T00:00:00Z")];
    expect(stateOf({ wordings, updates }, new Date("2026-06-09T23:59:59.999Z"))).toBe("under-way");
    expect(stateOf({ wordings, updates }, new Date("2026-06-10T00:00:00Z"))).toBe("late");
    expect(stateOf({ wordings })).toBe("late");
    expect(stateOf({ wordings, updates: [told("done", "2026-06-09T00:00:00Z")] })).toBe("done");
  });

  test("who decides anew after refusing begins anew, whatever was told before", () => {
    const refused = { ...answered("will-not"), answeredAt: "2026-06-05T00:00:00Z" };
    const wordings = [answered("will-act"), refused, answered("will-act")];
    const givenUp = told("given-up", "2026-06-04T00:00:00Z");
    expect(stateOf({ wordings, updates: [givenUp] })).toBe("planned");
    const started = told("started", "2026-06-06T00:00:00Z");
    expect(stateOf({ wordings, updates: [givenUp, started] })).toBe("under-way");
  });
});

describe("when answers are due", () => {
  const closesAt = new Date("2026-03-01T18:30:00Z");
  const about = { state: "closed" as const, closesAt, answerDays: 30, keptDueAt: null };

  test("so many days after closing, to the second", () => {
    expect(answersDueAt(about)).toEqual(new Date("2026-03-31T18:30:00Z"));
  });

  test("never without a promise, nor before it closes", () => {
    expect(answersDueAt({ ...about, answerDays: null })).toBeNull();
    expect(answersDueAt({ ...about, state: "open" })).toBeNull();
    expect(answersDueAt({ ...about, closesAt: null })).toBeNull();
  });

  test("what was kept stands, open or closed later", () => {
    const keptDueAt = new Date("2026-02-01T00:00:00Z");
    expect(answersDueAt({ ...about, keptDueAt })).toEqual(keptDueAt);
    expect(answersDueAt({ ...about, state: "open", keptDueAt })).toEqual(keptDueAt);
  });
});

test("a statement that is pinned, shared and answered is listed once, where the report has it", () => {
  expect(listOwed({ common: [4, 2], pinned: [7, 2], answered: [2, 9] })).toEqual([
    { statementId: 7, origin: "pinned" },
    { statementId: 2, origin: "common" },
    { statementId: 4, origin: "common" },
    { statementId: 9, origin: "answered" },
  ]);
});
