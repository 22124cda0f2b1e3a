import * as z from "zod/mini";

/** agree +1, pass 0, disagree -1 */
export const VoteValue = z.literal([1, 0, -1]);
export type VoteValue = z.infer<typeof VoteValue>;

const statementId = z.int().check(z.gte(0), z.lte(2_147_483_647));

export const VoteInput = z.strictObject({
  statement: statementId,
  /** null withdraws the vote */
  value: z.nullable(VoteValue),
  important: z._default(z.boolean(), false),
  /** The client's own counter of its votes: a lower one than the stored is acknowledged and ignored. */
  seq: z.optional(z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))),
});
export type VoteInput = z.infer<typeof VoteInput>;

export const CastVotesInput = z.strictObject({
  votes: z.array(VoteInput).check(z.minLength(1), z.maxLength(100)),
});
export type CastVotesInput = z.infer<typeof CastVotesInput>;

/** A statement in the reader's language. */
export const ShownTranslation = z.object({
  text: z.string(),
  /** BCP 47 tag. */
  locale: z.string(),
  origin: z.enum(["entered", "imported", "machine"]),
});
export type ShownTranslation = z.infer<typeof ShownTranslation>;

/** A statement as a participant is shown it. */
export const NextStatement = z.object({
  id: z.int(),
  text: z.string(),
  language: z.nullable(z.string()),
  isSeed: z.boolean(),
  /** When there is one in the language that the request asks for. */
  translation: z.optional(ShownTranslation),
});
export type NextStatement = z.infer<typeof NextStatement>;

export const CastVotesAnswer = z.object({
  accepted: z.int(),
  next: z.array(NextStatement),
  remaining: z.int(),
  participant: z.object({ id: z.int(), token: z.string() }),
});
export type CastVotesAnswer = z.infer<typeof CastVotesAnswer>;
