import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { conversations } from "./conversation";

/** Where the secret with which a host signs who its readers are was made anew; without a row it is the first. */
export const hostSecrets = pgTable("host_secrets", {
  conversationId: integer("conversation_id")
    .primaryKey()
    .references(() => conversations.id, { onDelete: "cascade" }),
  /** What the secret is made of together with the server's. */
  nonce: text("nonce").notNull(),
  /** Of the one before; null: of the first. */
  previousNonce: text("previous_nonce"),
  /** How long the one before works. */
  previousUntil: timestamp("previous_until", { withTimezone: true, mode: "date" }).notNull(),
});
