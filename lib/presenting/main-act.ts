import type { PresentAct } from "@/lib/schemas/live-session";
import type { Stage } from "./apply-act";

/**
 * What a presenter does next as a rule: start, show a statement, close its voting, reveal its results, show
 * the next one. All that one thumb needs; null once everything was shown.
 * @param nextStatement the first that was not shown yet
 * @param mayReveal whether participants may see results now
 */
export function findMainAct(
  stage: Stage,
  { nextStatement, mayReveal }: { nextStatement: number | null; mayReveal: boolean },
): PresentAct | null {
  if (!stage.isRunning) return { type: "start" };
  if (stage.statementId !== null) {
    if (stage.isOpen) return { type: "close" };
    if (mayReveal && !stage.isRevealed) return { type: "reveal" };
  }
  return nextStatement === null ? null : { type: "show", statement: nextStatement };
}
