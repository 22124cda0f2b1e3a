import type { PresentAct } from "@/lib/schemas/live-session";

/** What is on stage, and what was before. */
export interface Stage {
  isRunning: boolean;
  /** Null while nothing is shown. */
  statementId: number | null;
  isOpen: boolean;
  /** When voting on it stopped; null while it is open, and where nothing is shown. */
  closedAt: Date | null;
  isRevealed: boolean;
  /** Statements shown since the start, the newest last. */
  shown: number[];
}

export const emptyStage: Stage = {
  isRunning: false,
  statementId: null,
  isOpen: false,
  closedAt: null,
  isRevealed: false,
  shown: [],
};

/**
 * The stage after an act of the presenter. A statement that is shown takes votes at once, and its
 * results are hidden until they are revealed, also when it was shown before.
 * @returns null where there is nothing to act on: no live session, or no statement
 */
export function applyAct(stage: Stage, act: PresentAct, now: Date): Stage | null {
  if (act.type === "start") return { ...emptyStage, isRunning: true };
  if (!stage.isRunning) return null;
  if (act.type === "end") return { ...emptyStage, shown: stage.shown };
  if (act.type === "show") return show(stage, act.statement);
  if (stage.statementId === null) return null;
  switch (act.type) {
    case "open":
      return { ...stage, isOpen: true, closedAt: null };
    case "close":
      return { ...stage, isOpen: false, closedAt: stage.isOpen ? now : stage.closedAt };
    case "reveal":
      return { ...stage, isRevealed: true };
    case "hide":
      return { ...stage, isRevealed: false };
  }
}

/** Whether the stage is as an act leaves it: the same act sent twice is one. */
export function isAsAfter({ isRunning, ...stage }: Stage, act: PresentAct): boolean {
  switch (act.type) {
    case "start":
      return isRunning && stage.statementId === null;
    case "end":
      return !isRunning;
    case "show":
      return stage.statementId === act.statement;
    case "open":
      return stage.isOpen;
    case "close":
      return stage.statementId !== null && !stage.isOpen;
    case "reveal":
      return stage.isRevealed;
    case "hide":
      return stage.statementId !== null && !stage.isRevealed;
  }
}

function show(stage: Stage, statementId: number): Stage {
  const shown = [...stage.shown.filter((id) => id !== statementId), statementId];
  return { ...stage, statementId, isOpen: true, closedAt: null, isRevealed: false, shown };
}
