import {
  bigint,
  customType,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { conversations } from "./conversation";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * A conversation's way to one of its analyses, made when somebody asks for it. Goes with every
 * deletion of a participant, so that none of their votes stays in it.
 */
export const conversationHistories = pgTable(
  "conversation_histories",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** The analysis that it ends with; null until it has been made. */
    version: integer("version"),
    /** What that analysis had seen. */
    voteSeq: bigint("vote_seq", { mode: "number" }),
    moderationSeq: bigint("moderation_seq", { mode: "number" }),
    /** The answer as it is sent (see lib/schemas/history.ts), compressed by gzip. */
    steps: bytea("steps"),
    madeAt: timestamp("made_at", { withTimezone: true, mode: "date" }),
    /** How long that took. */
    madeInMs: integer("made_in_ms"),
    /** When a newer one was asked for; null when nobody waits. */
    requestedAt: timestamp("requested_at", { withTimezone: true, mode: "date" }),
    /** 0..1 of the one that is being made */
    done: real("done").notNull().default(0),
    /** The worker that makes it now. */
    leasedBy: text("leased_by"),
    /** No worker may begin before this. */
    leasedUntil: timestamp("leased_until", { withTimezone: true, mode: "date" }),
  },
  (table) => [primaryKey({ name: "conversation_histories_pkey", columns: [table.conversationId] })],
);
