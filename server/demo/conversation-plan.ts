import type { AnswerDecision, ProgressStatus } from "@/lib/schemas/answer";
import type { ConversationSettings } from "@/lib/schemas/conversation";

/** A conversation that is made up: its statements, and how each camp feels about them. */
export interface ConversationPlan {
  slug: string;
  title: string;
  description: string;
  language: string;
  settings: Partial<ConversationSettings>;
  /** Share of the participants in each camp; they sum to 1. */
  campShares: number[];
  participants: number;
  seed: number;
  statements: PlannedStatement[];
  /** Left out while voting goes on. */
  closed?: { daysAgo: number; answers: PlannedAnswer[] };
}

export interface PlannedAnswer {
  /** Place in the list of statements. */
  statement: number;
  wordings: {
    daysAgo: number;
    decision: AnswerDecision;
    reason: string;
    unit: string;
    /** From when it was said on; null without a day. */
    dueInDays: number | null;
  }[];
  updates: { daysAgo: number; status: ProgressStatus; text: string }[];
}

export interface PlannedStatement {
  text: string;
  /** Percent of each camp that agree; of the rest, `pass` percent of all pass and the others disagree. */
  agree: number[];
  pass: number;
  /** Camp of the participant who wrote it; absent for a seed statement. */
  writtenBy?: number;
  moderation?: "pending" | "rejected";
  moderationReason?: string;
}
