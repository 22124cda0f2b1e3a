import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { conversations } from "./conversation";

/** What opens a conversation's private overlay; one at a time, the newest. */
export const overlayTokens = pgTable("overlay_tokens", {
  conversationId: integer("conversation_id")
    .primaryKey()
    .references(() => conversations.id, { onDelete: "cascade" }),
  /** What the token is made of together with the server's secret; another one makes another token. */
  nonce: text("nonce").notNull(),
  /** SHA-256 of the token: all that a request is compared with. */
  tokenHash: text("token_hash").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});
