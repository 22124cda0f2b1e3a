import type { AnswerDecision, ProgressStatus } from "../schemas/answer";

/**
 * How an answer stands:
 * not answered and not due yet (`awaiting`) or due (`overdue`); nothing will be done (`will-not`); or
 * something will, which has not begun (`planned`), goes on (`under-way`), was to be finished by a day
 * that is over (`late`), is finished (`done`), or was given up after all (`given-up`).
 */
export const answerStates = [
  "awaiting",
  "overdue",
  "will-not",
  "planned",
  "under-way",
  "late",
  "done",
  "given-up",
] as const;
export type AnswerState = (typeof answerStates)[number];

interface Progress {
  /** ISO 8601 in UTC, as are all times here, or a Date. */
  reportedAt: string | Date;
  status: ProgressStatus;
}

interface Wording {
  decision: AnswerDecision;
  answeredAt: string | Date;
  dueOn: string | null;
}

const DAY_MS = 86_400_000;

/**
 * How a statement's answer stands at `now`.
 * @param about `wordings` and `updates` in the order in which they were written
 */
export function answerState(
  about: {
    dueAt: string | Date | null;
    wordings: readonly Wording[];
    updates: readonly Progress[];
  },
  now: Date,
): AnswerState {
  const { dueAt, wordings, updates } = about;
  const current = wordings.at(-1);
  if (!current) return dueAt !== null && new Date(dueAt) <= now ? "overdue" : "awaiting";
  if (current.decision === "will-not") return "will-not";
  const status = lastStatus(updates, promisedSince(wordings));
  if (status === "done" || status === "given-up") return status;
  if (current.dueOn !== null && isDayOver(current.dueOn, now)) return "late";
  return status === "started" ? "under-way" : "planned";
}

/** When it was last decided to do something: what was told of before belongs to an earlier decision. */
function promisedSince(wordings: readonly Wording[]): Date | null {
  const refused = wordings.findLast(({ decision }) => decision === "will-not");
  return refused ? new Date(refused.answeredAt) : null;
}

function lastStatus(updates: readonly Progress[], since: Date | null): ProgressStatus | null {
  const told = updates.findLast(
    ({ status, reportedAt }) =>
      status !== "note" && (since === null || new Date(reportedAt) > since),
  );
  return told?.status ?? null;
}

/** A day is over when it is over in UTC. */
function isDayOver(day: string, now: Date): boolean {
  return now.getTime() >= new Date(`${day}T00:00:00Z`).getTime() + DAY_MS;
}
