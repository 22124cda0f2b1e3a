import * as z from "zod/mini";
import { NextStatement, ShownTranslation, VoteValue } from "./vote";

/** Answer of `GET …/next`. */
export const NextAnswer = z.object({
  next: z.array(NextStatement),
  /** Statements left to vote on, those in `next` included. */
  remaining: z.int(),
});
export type NextAnswer = z.infer<typeof NextAnswer>;

export const WriteStatementInput = z.strictObject({
  text: z.string().check(z.maxLength(10_000)),
  /** BCP 47 tag, when the page knows it. */
  language: z.optional(
    z.nullable(z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/))),
  ),
});
export type WriteStatementInput = z.infer<typeof WriteStatementInput>;

/** A vote as its owner sees it. */
export const OwnChoice = z.object({ value: VoteValue, important: z.boolean() });
export type OwnChoice = z.infer<typeof OwnChoice>;

/** Answer of `POST …/statements`. */
export const WriteStatementAnswer = z.object({
  statement: z.object({
    id: z.int(),
    text: z.string(),
    language: z.nullable(z.string()),
    moderation: z.enum(["pending", "accepted"]),
    /** Whether others are shown it now. */
    isShown: z.boolean(),
  }),
  /** False when the same text was there already. */
  isNew: z.boolean(),
  /** Whether whoever asks wrote it, now or before. */
  isOwn: z.boolean(),
  /** The vote that whoever asks has on it. */
  vote: z.nullable(OwnChoice),
  /** Left out when nothing was stored for a newcomer. */
  participant: z.optional(z.object({ id: z.int(), token: z.string() })),
});
export type WriteStatementAnswer = z.infer<typeof WriteStatementAnswer>;

/** A statement that says nearly what somebody is writing. */
export const SimilarStatement = z.extend(NextStatement, {
  /** The own vote on it. */
  vote: z.nullable(OwnChoice),
});
export type SimilarStatement = z.infer<typeof SimilarStatement>;

/** What somebody is writing, as `POST …/statements/similar` asks about it. */
export const SimilarInput = z.strictObject({ text: z.string().check(z.maxLength(10_000)) });

/** Answer of `POST …/statements/similar`. */
export const SimilarAnswer = z.object({ similar: z.array(SimilarStatement) });
export type SimilarAnswer = z.infer<typeof SimilarAnswer>;

/** One entry of `GET …/statements/mine`. */
export const OwnStatement = z.object({
  id: z.int(),
  text: z.string(),
  language: z.nullable(z.string()),
  moderation: z.enum(["pending", "accepted", "rejected"]),
  /** Why it was not published. */
  reason: z.nullable(z.string()),
  createdAt: z.string(),
});
export type OwnStatement = z.infer<typeof OwnStatement>;

/** One entry of `GET …/votes/mine`. */
export const OwnVote = z.object({
  statement: z.int(),
  /** Null once the moderators did not accept the statement. */
  text: z.nullable(z.string()),
  language: z.nullable(z.string()),
  value: VoteValue,
  important: z.boolean(),
  at: z.string(),
  /** When there is one in the reader's language. */
  translation: z.optional(ShownTranslation),
});
export type OwnVote = z.infer<typeof OwnVote>;

/** Answer of `GET …/votes/mine`. */
export const OwnVotesAnswer = z.object({
  votes: z.array(OwnVote),
  /** The highest number that a vote of this participant has; new votes get higher ones. */
  seq: z.int(),
});
export type OwnVotesAnswer = z.infer<typeof OwnVotesAnswer>;
