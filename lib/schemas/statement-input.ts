import * as z from "zod/mini";
import { ConversationId, SeedTexts } from "./conversation-input";

export const Moderation = z.enum(["pending", "accepted", "rejected"]);
export type Moderation = z.infer<typeof Moderation>;

export const SeedStatementsInput = z.strictObject({
  conversationId: ConversationId,
  texts: SeedTexts,
  isMetadata: z._default(z.boolean(), false),
});
export type SeedStatementsInput = z.input<typeof SeedStatementsInput>;

/** Why a statement is not published, in the order of the keys 1 to 9. */
export const ModerationReason = z.enum([
  "duplicate",
  "off-topic",
  "several-ideas",
  "question",
  "unclear",
  "insulting",
  "personal-data",
  "advertising",
  "other",
]);
export type ModerationReason = z.infer<typeof ModerationReason>;

export const ModerateStatementInput = z.strictObject({
  conversationId: ConversationId,
  statementId: z.int().check(z.gte(0), z.lte(2_147_483_647)),
  /** What the moderator saw; when it has changed since, the act is refused. */
  from: Moderation,
  to: Moderation,
  reason: z._default(z.nullable(ModerationReason), null),
});
export type ModerateStatementInput = z.input<typeof ModerateStatementInput>;

export const ListStatementsInput = z.strictObject({
  conversationId: ConversationId,
  /** Left out: every statement that the reader may see. */
  moderation: z.optional(Moderation),
});
export type ListStatementsInput = z.input<typeof ListStatementsInput>;
