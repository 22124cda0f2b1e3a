import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import { users } from "./account";

export const conversations = pgTable("conversations", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  slug: text("slug").notNull().unique("conversations_slug_key"),
  title: text("title").notNull(),
  /** The question put to participants, and what happens with the result. */
  description: text("description").notNull().default(""),
  settings: jsonb("settings").$type<ConversationSettings>().notNull(),
  state: text("state", { enum: ["draft", "open", "closed"] })
    .notNull()
    .default("draft"),
  opensAt: timestamp("opens_at", { withTimezone: true, mode: "date" }),
  closesAt: timestamp("closes_at", { withTimezone: true, mode: "date" }),
  /** Kept when it is opened again; until then it follows from the closing date and the promise. */
  answersDueAt: timestamp("answers_due_at", { withTimezone: true, mode: "date" }),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  /** The short address, without its dash; null until somebody asks for it. */
  joinCode: text("join_code").unique("conversations_join_code_key"),
  /** The id it had on Pol.is, whose embed codes lead here. */
  polisId: text("polis_id").unique("conversations_polis_id_key"),
});

export const memberships = pgTable(
  "memberships",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", {
      enum: ["owner", "moderator", "analyst", "official", "observer"],
    }).notNull(),
  },
  (table) => [
    primaryKey({ name: "memberships_pkey", columns: [table.conversationId, table.userId] }),
    index("memberships_user_idx").on(table.userId),
  ],
);

/** Ids are small integers a conversation, handed out under the lock of its analysis_queue row. */
export const participants = pgTable(
  "participants",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    id: integer("id").notNull(),
    /** Hash of the token's nonce; the same idempotency key gives the same nonce. Null when imported. */
    tokenHash: text("token_hash"),
    /** The host's or the import's own name for this person; organisers only. */
    xid: text("xid"),
    verifiedBy: text("verified_by"),
    excludedAt: timestamp("excluded_at", { withTimezone: true, mode: "date" }),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: "participants_pkey", columns: [table.conversationId, table.id] }),
    uniqueIndex("participants_token_hash_key").on(table.conversationId, table.tokenHash),
  ],
);
