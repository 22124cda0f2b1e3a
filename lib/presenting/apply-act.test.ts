import { expect, test } from "vitest";
import type { PresentAct } from "@/lib/schemas/live-session";
import { applyAct, emptyStage, isAsAfter, type Stage } from "./apply-act";

const now = new Date("2026-01-02T03:04:05Z");
const later = new Date("2026-01-02T03:04:09Z");
const statement = 7;
const acts: PresentAct[] = [
  { type: "start" },
  { type: "show", statement },
  { type: "open" },
  { type: "close" },
  { type: "reveal" },
  { type: "hide" },
  { type: "end" },
];

function after(...done: PresentAct[]): Stage {
  return done.reduce((stage, act) => applyAct(stage, act, now) ?? stage, emptyStage);
}
const start: PresentAct = { type: "start" };
const show = (statement: number): PresentAct => ({ type: "show", statement });

test("nothing can be done before the start but starting", () => {
  const possible = acts.filter((act) => applyAct(emptyStage, act, now) !== null);
  expect(possible.map(({ type }) => type)).toEqual(["start"]);
});

test("without a statement nothing can be opened, closed or revealed", () => {
  const stage = after(start);
  const possible = acts.filter((act) => applyAct(stage, act, now) !== null);
  expect(possible.map(({ type }) => type)).toEqual(["start", "show", "end"]);
});

test("a statement that is shown takes votes, and its results are hidden", () => {
  const revealed = after(start, show(3), { type: "close" }, { type: "reveal" });
  expect(revealed).toMatchObject({ isOpen: false, closedAt: now, isRevealed: true });
  const next = applyAct(revealed, show(7), now);
  expect(next).toMatchObject({ statementId: 7, isOpen: true, closedAt: null, isRevealed: false });
  expect(next?.shown).toEqual([3, 7]);
});

test("what is shown once more is listed once", () => {
  expect(after(start, show(3), show(7), show(3)).shown).toEqual([7, 3]);
});

test("closing twice keeps the first time: later votes stay late", () => {
  const closed = after(start, show(3), { type: "close" });
  expect(applyAct(closed, { type: "close" }, later)?.closedAt).toEqual(now);
  expect(applyAct(after(start, show(3)), { type: "close" }, later)?.closedAt).toEqual(later);
});

test("every act leaves the stage as it says, so that it may be sent twice", () => {
  const prepared = after(start, show(3));
  for (const act of acts) {
    const stage = applyAct(prepared, act, now);
    expect(stage && isAsAfter(stage, act), act.type).toBe(true);
  }
  expect(isAsAfter(prepared, show(7))).toBe(false);
  expect(isAsAfter(prepared, { type: "close" })).toBe(false);
  expect(isAsAfter(prepared, { type: "reveal" })).toBe(false);
  expect(isAsAfter(prepared, { type: "end" })).toBe(false);
});
