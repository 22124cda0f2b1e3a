import type { TransactionSql } from "postgres";
import type { Locale } from "@/lib/i18n/locales";
import { readGroups } from "@/lib/results/pack-previous";
import type { Frame, PublicAnalysis, StoredAnalysis } from "@/lib/schemas/analysis";
import { LaterParts } from "@/lib/schemas/analysis";
import { suppressAnalysis } from "@/lib/suppress/suppress-analysis";
import type { Sql } from "@/server/db/client";
import { countForSummary, findExportedAnalysis } from "@/server/db/queries/export";
import type { Conversation } from "@/server/services/conversations/conversation";
import type { Painter } from "@/server/services/previews/painter";
import type { GroupTallies } from "./polis/group-tallies";

/**
 * Who the files are for. `organisers`: everything. `everybody`: the rows, without the texts that are
 * not shown. `totals`: no rows of participants, no author, and nothing of fewer than five people.
 */
export type ExportAudience = "organisers" | "everybody" | "totals";

export interface ExportedAnalysis {
  version: number;
  createdAt: Date;
  core: StoredAnalysis;
  frame: Frame;
  /** As it may be told to anybody (lib/suppress). */
  told: PublicAnalysis;
}

/** What every file of an export is written from; all of it in one snapshot of the database. */
export interface ExportSource {
  sql: TransactionSql;
  conversation: Pick<Conversation, "id" | "slug" | "title" | "description"> & {
    settings: Pick<Conversation["settings"], "moderation" | "licence" | "askedBy">;
  };
  /** The address of the conversation. */
  url: string;
  audience: ExportAudience;
  /** Of the words in tables and pictures. */
  locale: Locale;
  exportedAt: Date;
  painter: Pick<Painter, "paint">;
  counts: Awaited<ReturnType<typeof countForSummary>>;
  /** The newest that is whole; null before the first. */
  analysis: ExportedAnalysis | null;
  /** How each group voted, once all ballots were read for whatever file. */
  groupTallies: GroupTallies[] | null;
  /** Group id of a participant in that analysis; null for those in none. */
  groupOf(participant: number): number | null;
}

export type ExportRequest = Omit<
  ExportSource,
  "sql" | "counts" | "analysis" | "groupTallies" | "groupOf"
>;

/** Runs `write` on one snapshot of a conversation. */
export async function withExportSource<Result>(
  client: Sql,
  about: ExportRequest,
  write: (source: ExportSource) => Promise<Result>,
): Promise<Result> {
  const { id } = about.conversation;
  // A holder, because begin() unwraps arrays of promises in what its callback returns.
  const { result } = await client.begin(
    "isolation level repeatable read read only",
    async (sql) => {
      const counts = await countForSummary(sql, id);
      const found = await findExportedAnalysis(sql, id);
      const groupOf = found?.positions ? readGroups(found.positions) : () => null;
      const analysis = found && toExported(found);
      const source = { ...about, sql, counts, analysis, groupTallies: null, groupOf };
      return { result: await write(source) };
    },
  );
  return result as Result;
}

/** Stands for whoever wrote the seed statements, and for every author when authors are not told. */
export function facilitatorId({ counts }: ExportSource): number {
  return counts.nextParticipantId;
}

function toExported({
  version,
  createdAt,
  core,
  frame,
}: NonNullable<Awaited<ReturnType<typeof findExportedAnalysis>>>): ExportedAnalysis {
  const told = suppressAnalysis({ ...core, ...LaterParts.parse(core), frame });
  return { version, createdAt, core, frame, told };
}
