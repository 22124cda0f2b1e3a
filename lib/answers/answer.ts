import type { AnswerDecision, ProgressStatus } from "../schemas/answer";
import type { AnswerState } from "./answer-state";

/** One wording of an answer; times are ISO 8601 in UTC. */
export interface AnswerWording {
  /** 1, 2, 3… */
  number: number;
  decision: AnswerDecision;
  reason: string;
  /** Who sees to it; may be empty where nothing will be done. */
  unit: string;
  /** The day by which it is to be done, as 2026-05-31. */
  dueOn: string | null;
  answeredAt: string;
}

/** What came of an answer later. */
export interface AnswerUpdate {
  number: number;
  status: ProgressStatus;
  text: string;
  reportedAt: string;
}

/** A statement that is answered or waits to be, as everybody may read it who may read the results. */
export interface PublicAnswer {
  statementId: number;
  /** Null once it is no longer shown. */
  text: string | null;
  /** BCP 47 tag when known. */
  language: string | null;
  /** Its author took it back, and its text with it. */
  isTakenBack: boolean;
  /** Why it is answered: everyone shares it, the organisers pinned it, or somebody answered it once. */
  origin: "common" | "pinned" | "answered";
  state: AnswerState;
  /** When the answer was, or is, due; null where nothing was promised, and while voting goes on. */
  dueAt: string | null;
  /** Null: not answered. */
  current: AnswerWording | null;
  /** The newest first. */
  earlier: AnswerWording[];
  /** The first one first. */
  updates: AnswerUpdate[];
}

/** All that is answered, or waits to be, in a conversation. */
export interface PublicAnswers {
  /** Null: nothing was promised. */
  promisedDays: number | null;
  dueAt: string | null;
  /** Pinned ones first, then what everyone shares, each in the report's order. */
  answers: PublicAnswer[];
}
