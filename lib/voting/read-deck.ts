import type { NextStatement } from "@/lib/schemas/vote";
import type { PastVote } from "./deck";

/** Statements fetched ahead, to vote on without a connection. */
export interface Reserve {
  statements: NextStatement[];
  /** As in `Deck`, when they were fetched. */
  total: number;
}

/** Reads what was kept as a reserve; null when it is none. By hand: see `readOutbox`. */
export function readReserve(kept: unknown): Reserve | null {
  const { statements, total }: Partial<Record<keyof Reserve, unknown>> = Object(kept);
  if (!Array.isArray(statements) || !statements.every(isStatement)) return null;
  return Number.isSafeInteger(total) ? { statements, total: Number(total) } : null;
}

/** Reads the votes that undo may take back, written down as JSON; none when it is something else. */
export function parsePast(text: string | null): PastVote[] {
  try {
    const past: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(past) && past.every(isPastVote) ? past : [];
  } catch {
    return []; // no JSON: nothing of ours
  }
}

function isStatement(item: unknown): item is NextStatement {
  const { id, text, language, isSeed }: Partial<Record<keyof NextStatement, unknown>> =
    Object(item);
  const hasLanguage = language === null || typeof language === "string";
  return (
    Number.isSafeInteger(id) &&
    typeof text === "string" &&
    hasLanguage &&
    typeof isSeed === "boolean"
  );
}

function isPastVote(item: unknown): item is PastVote {
  const { statement, before }: Partial<Record<keyof PastVote, unknown>> = Object(item);
  if (!isStatement(statement)) return false;
  const { value, important }: { value?: unknown; important?: unknown } = Object(before);
  const isChoice = (value === 1 || value === 0 || value === -1) && typeof important === "boolean";
  return before === null || isChoice;
}
