import {
  customType,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { ReportContent } from "@/lib/schemas/report";
import type { ReportSettings } from "@/lib/schemas/report-settings";
import { users } from "./account";
import { analyses } from "./analysis";
import { conversations } from "./conversation";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * A published version of a conversation's report. It is never changed, but for what somebody who
 * deletes their data takes out of it. The reference keeps its analysis from being thinned out.
 */
export const reports = pgTable(
  "reports",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** 1, 2, 3… in each conversation. */
    number: integer("number").notNull(),
    analysisVersion: integer("analysis_version").notNull(),
    publishedAt: timestamp("published_at", { withTimezone: true, mode: "date" }).notNull(),
    publishedBy: text("published_by").references(() => users.id, { onDelete: "set null" }),
    /** All that the page needs besides the analysis, as it was then. */
    content: jsonb("content").$type<ReportContent>().notNull(),
    /** Of the canonical vote list when it was published and `voteListSalt`, hexadecimal. */
    voteListSha256: text("vote_list_sha256").notNull(),
    /**
     * Hexadecimal. Null once somebody took their votes out of the list, so that they cannot be found by
     * trying, and in reports of before there was one, whose digest is of the list alone.
     */
    voteListSalt: text("vote_list_salt"),
    /** Votes of the list that their owners have deleted since. */
    withdrawnVotes: integer("withdrawn_votes").notNull().default(0),
    /** JWS in compact form; null where this server signs nothing. */
    signature: text("signature"),
  },
  (table) => [
    primaryKey({ name: "reports_pkey", columns: [table.conversationId, table.number] }),
    foreignKey({
      name: "reports_analysis_fkey",
      columns: [table.conversationId, table.analysisVersion],
      foreignColumns: [analyses.conversationId, analyses.version],
    }),
  ],
);

/** The vote list that a report froze, a row a participant: whoever leaves takes their row along. */
export const reportVotes = pgTable(
  "report_votes",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    reportNumber: integer("report_number").notNull(),
    participantId: integer("participant_id").notNull(),
    /** In the report's analysis; null for those in no group. */
    groupId: integer("group_id"),
    /** Lines in `lines`. */
    votes: integer("votes").notNull(),
    /**
     * Their part of the canonical vote list: `participant,statement,value` a vote, each ended by a line
     * feed, statements ascending. The whole list is these parts, participants ascending.
     */
    lines: bytea("lines").notNull(),
  },
  (table) => [
    primaryKey({
      name: "report_votes_pkey",
      columns: [table.conversationId, table.reportNumber, table.participantId],
    }),
  ],
);

/** What the organisers choose for the report; what is published keeps its own copy. */
export const reportSettings = pgTable(
  "report_settings",
  {
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    settings: jsonb("settings").$type<ReportSettings>().notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (table) => [primaryKey({ name: "report_settings_pkey", columns: [table.conversationId] })],
);
