import type { AnswerUpdate, AnswerWording, PublicAnswer } from "./answer";

/** Something that was said about a statement's answer, and that is never changed. */
export type AnswerNews = {
  statementId: number;
  /** Null once it is no longer shown. */
  text: string | null;
  /** ISO 8601. */
  at: string;
} & ({ kind: "wording"; wording: AnswerWording } | { kind: "update"; update: AnswerUpdate });

/** All that was said about the answers of a conversation, in no order. */
export function listAnswerNews(answers: readonly PublicAnswer[]): AnswerNews[] {
  return answers.flatMap(({ statementId, text, current, earlier, updates }) => [
    ...[...(current ? [current] : []), ...earlier].map((wording) => ({
      kind: "wording" as const,
      statementId,
      text,
      at: wording.answeredAt,
      wording,
    })),
    ...updates.map((update) => ({
      kind: "update" as const,
      statementId,
      text,
      at: update.reportedAt,
      update,
    })),
  ]);
}
