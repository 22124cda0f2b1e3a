import {
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { participants } from "./conversation";

/** Carries a participant to another device; at most one each. */
export const resumeCodes = pgTable(
  "resume_codes",
  {
    conversationId: integer("conversation_id").notNull(),
    participantId: integer("participant_id").notNull(),
    /** Keyed hash of the code. */
    codeHash: text("code_hash").notNull(),
    /** The participant's token, which only the code opens. */
    sealedToken: text("sealed_token").notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (table) => [
    primaryKey({ name: "resume_codes_pkey", columns: [table.conversationId, table.participantId] }),
    uniqueIndex("resume_codes_code_hash_key").on(table.conversationId, table.codeHash),
    foreignKey({
      name: "resume_codes_participant_fk",
      columns: [table.conversationId, table.participantId],
      foreignColumns: [participants.conversationId, participants.id],
    }).onDelete("cascade"),
  ],
);
