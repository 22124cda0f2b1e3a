import * as z from "zod/mini";
import { cleanLine, cleanText } from "../format/clean-text";
import type { ConversationSettings } from "./conversation";

export const TITLE_MAX_LENGTH = 200;
export const SEED_STATEMENTS_MAX = 1000;

const title = z
  .string()
  .check(z.overwrite(cleanLine), z.minLength(1), z.maxLength(TITLE_MAX_LENGTH));
const description = z.string().check(z.overwrite(cleanText), z.maxLength(5000));
const slug = z
  .string()
  .check(z.minLength(3), z.maxLength(80), z.regex(/^[a-z0-9]+(?:[-._][a-z0-9]+)*$/));
/** Checked as a whole by the service, once laid over what is stored. */
const settings = z.custom<Partial<ConversationSettings>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

/** A year of four digits: calendars in browsers go on to 275760, PostgreSQL does not take that. */
const closesAt = z.nullable(z.date().check(z.lt(new Date("9999-12-31"))));

/** Texts of statements; blank ones and repetitions are dropped by the service. */
export const SeedTexts = z.array(z.string()).check(z.maxLength(SEED_STATEMENTS_MAX));

export const CreateConversationInput = z.strictObject({
  title,
  description: z._default(description, ""),
  slug: z.optional(slug),
  settings: z._default(settings, {}),
  seedStatements: z._default(SeedTexts, []),
});
export type CreateConversationInput = z.input<typeof CreateConversationInput>;

export const ConversationId = z.int().check(z.gte(1), z.lte(2_147_483_647));

export const UpdateConversationInput = z.strictObject({
  conversationId: ConversationId,
  title: z.optional(title),
  description: z.optional(description),
  settings: z.optional(settings),
  /** Null takes the closing date away; left out it stays. */
  closesAt: z.optional(closesAt),
});
export type UpdateConversationInput = z.input<typeof UpdateConversationInput>;

export const OpenConversationInput = z.strictObject({
  conversationId: ConversationId,
  closesAt: z._default(closesAt, null),
});
export type OpenConversationInput = z.input<typeof OpenConversationInput>;

export const CloseConversationInput = z.strictObject({ conversationId: ConversationId });
export type CloseConversationInput = z.input<typeof CloseConversationInput>;
