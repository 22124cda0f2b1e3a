import { boolean, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { users } from "./account";
import { conversations } from "./conversation";

export const statements = pgTable(
  "statements",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    id: integer("id").notNull(),
    text: text("text").notNull(),
    /** BCP 47 tag when known. */
    language: text("language"),
    /** Participant id of the author; null for a facilitator's seed statement. */
    authorId: integer("author_id"),
    isSeed: boolean("is_seed").notNull().default(false),
    /** About the participant, not the topic: kept out of the mathematics. */
    isMetadata: boolean("is_metadata").notNull().default(false),
    moderation: text("moderation", { enum: ["pending", "accepted", "rejected"] })
      .notNull()
      .default("pending"),
    moderationReason: text("moderation_reason"),
    moderatedBy: text("moderated_by").references(() => users.id, { onDelete: "set null" }),
    moderatedAt: timestamp("moderated_at", { withTimezone: true, mode: "date" }),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: "statements_pkey", columns: [table.conversationId, table.id] })],
);
