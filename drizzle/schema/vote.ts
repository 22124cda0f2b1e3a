import {
  bigint,
  boolean,
  integer,
  pgTable,
  primaryKey,
  smallint,
  timestamp,
} from "drizzle-orm/pg-core";

/**
 * Append-only history, hash-partitioned by conversation (see the SQL migration).
 * `voteSeq` is the conversation's own counter: commit order is sequence order.
 */
export const votes = pgTable(
  "votes",
  {
    conversationId: integer("conversation_id").notNull(),
    voteSeq: bigint("vote_seq", { mode: "number" }).notNull(),
    participantId: integer("participant_id").notNull(),
    statementId: integer("statement_id").notNull(),
    /** agree +1, pass 0, disagree -1, null = withdrawn */
    value: smallint("value"),
    important: boolean("important").notNull().default(false),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: "votes_pkey", columns: [table.conversationId, table.voteSeq] })],
);

/** The newest vote a cell; written in the same transaction as the history. */
export const currentVotes = pgTable(
  "current_votes",
  {
    conversationId: integer("conversation_id").notNull(),
    participantId: integer("participant_id").notNull(),
    statementId: integer("statement_id").notNull(),
    value: smallint("value"),
    important: boolean("important").notNull().default(false),
    /** The client's own counter: a lower one than stored is acknowledged and ignored. */
    clientSeq: bigint("client_seq", { mode: "number" }).notNull().default(0),
    voteSeq: bigint("vote_seq", { mode: "number" }).notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({
      name: "current_votes_pkey",
      columns: [table.conversationId, table.participantId, table.statementId],
    }),
  ],
);
