import type { Stage } from "@/lib/presenting/apply-act";
import type { SessionEvent } from "@/lib/schemas/live-session";

/** What everybody is told of the stage. */
export function toSessionEvent(row: Stage & { number: number }): SessionEvent {
  const { statementId, isOpen, isRevealed, number } = row;
  const isShown = statementId !== null;
  return {
    statement: statementId,
    isOpen: isShown && isOpen,
    isRevealed: isShown && isRevealed,
    number,
  };
}
