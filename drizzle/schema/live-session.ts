import { boolean, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { users } from "./account";
import { conversations } from "./conversation";

/**
 * What is on stage in a conversation. The row stays when a live session ends, so that its number only
 * ever grows; whoever may be told of the statement has looked whether it is accepted.
 */
export const liveSessions = pgTable("live_sessions", {
  conversationId: integer("conversation_id")
    .primaryKey()
    .references(() => conversations.id, { onDelete: "cascade" }),
  /** One more with each change: a presenter's act holds only if it is still what they saw. */
  number: integer("number").notNull(),
  isRunning: boolean("is_running").notNull(),
  /** Null while nothing is shown. */
  statementId: integer("statement_id"),
  /** Whether the statement that is shown takes votes. */
  isOpen: boolean("is_open").notNull(),
  /** When it stopped; votes that had reached the server by then count. */
  closedAt: timestamp("closed_at", { withTimezone: true, mode: "date" }),
  isRevealed: boolean("is_revealed").notNull(),
  /** Statements of this live session, the one shown last at the end. */
  shown: integer("shown").array().notNull(),
  changedAt: timestamp("changed_at", { withTimezone: true, mode: "date" }).notNull(),
  changedBy: text("changed_by").references(() => users.id, { onDelete: "set null" }),
});
