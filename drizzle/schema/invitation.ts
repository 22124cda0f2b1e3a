import {
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users } from "./account";
import { conversations, memberships } from "./conversation";

/** Who was asked to join a conversation and has no account yet; gone once they joined. */
export const invitations = pgTable(
  "invitations",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** Stands for the invitation where no e-mail address is to be kept. */
    id: text("id").notNull(),
    email: text("email").notNull(),
    role: text("role", { enum: memberships.role.enumValues }).notNull(),
    /** SHA-256 of the token; the token itself is in the link alone. */
    tokenHash: text("token_hash").notNull(),
    /** Null for a command at the console. */
    invitedBy: text("invited_by").references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (table) => [
    primaryKey({ name: "invitations_pkey", columns: [table.conversationId, table.id] }),
    uniqueIndex("invitations_email_key").on(table.conversationId, table.email),
    uniqueIndex("invitations_token_hash_key").on(table.conversationId, table.tokenHash),
    index("invitations_invited_by_idx").on(table.invitedBy),
  ],
);
