import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Frame, StoredAnalysis } from "@/lib/schemas/analysis";
import { conversations } from "./conversation";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** One versioned result of the server job. */
export const analyses = pgTable(
  "analyses",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    algorithm: text("algorithm").notNull(),
    parameters: jsonb("parameters").$type<Record<string, unknown>>().notNull(),
    /** The watermark: this analysis has seen every vote up to and including it. */
    voteSeq: bigint("vote_seq", { mode: "number" }).notNull(),
    /** And every change of statements and moderation up to and including this one. */
    moderationSeq: bigint("moderation_seq", { mode: "number" }).notNull().default(0),
    core: jsonb("core").$type<StoredAnalysis>().notNull(),
    frame: jsonb("frame").$type<Frame>().notNull(),
    /** It took its certainty over from an earlier version. */
    isApproximate: boolean("is_approximate").notNull().default(false),
    /**
     * Who stands where, in the newest version and in the newest that is not approximate; see
     * lib/results/pack-previous.ts.
     */
    positions: bytea("positions"),
    /** How each base cluster voted, in the newest versions; see lib/results/cluster-votes.ts. */
    clusterVotes: bytea("cluster_votes"),
    /** Statements that everyone shares, as everybody may read it; null until somebody asks. */
    commonGround: integer("common_ground").array(),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: "analyses_pkey", columns: [table.conversationId, table.version] }),
  ],
);

/**
 * One row a conversation: the counters that its writers share, and when it is due.
 * Writers lock rows in conversation id order.
 */
export const analysisQueue = pgTable(
  "analysis_queue",
  {
    conversationId: integer("conversation_id")
      .primaryKey()
      .references(() => conversations.id, { onDelete: "cascade" }),
    voteSeq: bigint("vote_seq", { mode: "number" }).notNull().default(0),
    /** Counts changes of statements and moderation, which alter an analysis without a vote. */
    moderationSeq: bigint("moderation_seq", { mode: "number" }).notNull().default(0),
    /** Counts changes of the statements' translations, which alter no analysis. */
    translationSeq: bigint("translation_seq", { mode: "number" }).notNull().default(0),
    /** Participants who deleted what was stored of them; votes that were read before are out of date. */
    deletionSeq: bigint("deletion_seq", { mode: "number" }).notNull().default(0),
    /** Current votes that went with them. */
    deletedVotes: bigint("deleted_votes", { mode: "number" }).notNull().default(0),
    nextParticipantId: integer("next_participant_id").notNull().default(0),
    nextStatementId: integer("next_statement_id").notNull().default(0),
    /** When an analysis is wanted; null when the newest one has seen everything. */
    dueAt: timestamp("due_at", { withTimezone: true, mode: "date" }),
    /** The worker that computes it now. */
    leasedBy: text("leased_by"),
    /** No worker may begin before this: the lease of the present one, or the pause after the last. */
    leasedUntil: timestamp("leased_until", { withTimezone: true, mode: "date" }),
  },
  (table) => [index("analysis_queue_due_idx").on(table.dueAt)],
);
