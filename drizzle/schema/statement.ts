import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
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
    /** Pairs of neighbouring characters, for the search of similar statements: see the SQL migration. */
    bigrams: text("bigrams")
      .array()
      .generatedAlwaysAs(sql`statement_bigrams(conversation_id, text)`),
  },
  (table) => [
    primaryKey({ name: "statements_pkey", columns: [table.conversationId, table.id] }),
    // Without a pending list, which every search would read from end to end.
    index("statements_bigrams_idx").using("gin", table.bigrams).with({ fastupdate: false }),
  ],
);

/**
 * A statement in another language. When the text of the statement changes, a trigger drops them: they
 * would say something else.
 */
export const statementTranslations = pgTable(
  "statement_translations",
  {
    conversationId: integer("conversation_id").notNull(),
    statementId: integer("statement_id").notNull(),
    /** A language of the interface. */
    locale: text("locale").notNull(),
    text: text("text").notNull(),
    origin: text("origin", { enum: ["entered", "imported", "machine"] }).notNull(),
    translatedBy: text("translated_by").references(() => users.id, { onDelete: "set null" }),
    translatedAt: timestamp("translated_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (table) => [
    primaryKey({
      name: "statement_translations_pkey",
      columns: [table.conversationId, table.statementId, table.locale],
    }),
    foreignKey({
      name: "statement_translations_statement_fkey",
      columns: [table.conversationId, table.statementId],
      foreignColumns: [statements.conversationId, statements.id],
    }).onDelete("cascade"),
  ],
);
