import { date, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { users } from "./account";
import { conversations } from "./conversation";

/**
 * What an official answered to a statement, a row a wording; none is ever changed. There is no key to
 * the statement: its author may take it back, and the answer stays.
 */
export const answers = pgTable(
  "answers",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    statementId: integer("statement_id").notNull(),
    /** 1, 2, 3…; the newest one counts. */
    number: integer("number").notNull(),
    decision: text("decision", { enum: ["will-act", "partly", "will-not"] }).notNull(),
    reason: text("reason").notNull(),
    /** Who sees to it; empty where nothing will be done. */
    unit: text("unit").notNull().default(""),
    /** When it is to be done. */
    dueOn: date("due_on", { mode: "string" }),
    answeredAt: timestamp("answered_at", { withTimezone: true, mode: "date" }).notNull(),
    answeredBy: text("answered_by").references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({
      name: "answers_pkey",
      columns: [table.conversationId, table.statementId, table.number],
    }),
  ],
);

/** What came of an answer, in the order in which it was told; nothing is ever changed. */
export const answerUpdates = pgTable(
  "answer_updates",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    statementId: integer("statement_id").notNull(),
    number: integer("number").notNull(),
    status: text("status", { enum: ["started", "done", "given-up", "note"] }).notNull(),
    text: text("text").notNull(),
    reportedAt: timestamp("reported_at", { withTimezone: true, mode: "date" }).notNull(),
    reportedBy: text("reported_by").references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({
      name: "answer_updates_pkey",
      columns: [table.conversationId, table.statementId, table.number],
    }),
  ],
);
