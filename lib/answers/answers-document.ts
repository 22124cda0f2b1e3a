import type { PublicAnswers } from "./answer";

/** What answers are of, in whatever file. */
export interface AnsweredConversation {
  slug: string;
  title: string;
  /** The address of its pages. */
  url: string;
}

/** answers.json: everything that is public about the answers, with every wording there was. */
export function createAnswersDocument(
  conversation: AnsweredConversation,
  { promisedDays, dueAt, answers }: PublicAnswers,
  asOf: Date,
) {
  return {
    format: "plenum-answers",
    formatVersion: 1,
    conversation,
    asOf: asOf.toISOString(),
    /** Null: nothing was promised. */
    promisedDays,
    dueAt,
    answers: answers.map(({ statementId, isTakenBack, ...answer }) => ({
      statement: statementId,
      takenBack: isTakenBack,
      ...answer,
    })),
  };
}
