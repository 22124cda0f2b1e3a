import type { NextAnswer } from "@/lib/schemas/participation";
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

/**
 * Reads the answer of `GET …/next`. By hand: a page fetches its reserve before anybody votes, when the
 * schema library has not come yet.
 * @throws TypeError when it is something else
 */
export function readNext(answer: unknown): NextAnswer {
  const { next, remaining }: Partial<Record<keyof NextAnswer, unknown>> = Object(answer);
  const isAnswer = Array.isArray(next) && next.every(isStatement);
  if (!isAnswer || !Number.isSafeInteger(remaining))
    throw new TypeError("Not the next statements.");
  return { next, remaining: Number(remaining) };
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
