import { expect, test } from "vitest";
import { applyAct, emptyStage, type Stage } from "./apply-act";
import { findMainAct } from "./main-act";

/** Presses the main button until it has nothing more to do. */
function pressOn(statements: number[], mayReveal: boolean): string[] {
  const pressed: string[] = [];
  let stage: Stage = emptyStage;
  for (;;) {
    const nextStatement = statements.find((id) => !stage.shown.includes(id)) ?? null;
    const act = findMainAct(stage, { nextStatement, mayReveal });
    if (!act) return pressed;
    pressed.push(act.type === "show" ? `show ${act.statement}` : act.type);
    stage = applyAct(stage, act, new Date(0)) ?? stage;
  }
}

test("one button leads through a whole live session", () => {
  const first = ["start", "show 4", "close", "reveal"];
  expect(pressOn([4, 9], true)).toEqual([...first, "show 9", "close", "reveal"]);
});

test("what participants may not see is not offered to be revealed", () => {
  expect(pressOn([4, 9], false)).toEqual(["start", "show 4", "close", "show 9", "close"]);
});

test("without statements it can only be started", () => {
  expect(pressOn([], true)).toEqual(["start"]);
});
