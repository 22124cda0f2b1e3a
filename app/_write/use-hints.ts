import { findWritingHints, type WritingHint } from "@/lib/statements/writing-hints";
import { useCalm } from "./use-calm";

const restMs = 700;
/** A text is short while it is being written; only one that stays so is worth a word. */
const restOfShortMs = 2_500;

/** The one thing to say about a text now; null when it seems fine. */
export function useHints(text: string, isHeld: boolean): WritingHint | null {
  const calm = useCalm(text, restMs, isHeld);
  const settled = useCalm(text, restOfShortMs, isHeld);
  if (calm !== text) return null;
  const [hint = null] = findWritingHints(text);
  return hint === "short" && settled !== text ? null : hint;
}
