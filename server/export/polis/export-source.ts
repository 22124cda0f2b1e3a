import type { TransactionSql } from "postgres";
import { readGroups } from "@/lib/results/pack-previous";
import type { Frame, StoredAnalysis } from "@/lib/schemas/analysis";
import type { Sql } from "@/server/db/client";
import { countForSummary, findExportedAnalysis } from "@/server/db/queries/export";
import type { Conversation } from "@/server/services/conversations/conversation";

/**
 * Who the files are for. `organisers`: everything. `everybody`: the rows, without the texts that are
 * not shown. `totals`: no rows of participants, and no author.
 */
export type ExportAudience = "organisers" | "everybody" | "totals";

/** What every file of an export is written from; all of it in one snapshot of the database. */
export interface ExportSource {
  sql: TransactionSql;
  conversation: Pick<Conversation, "id" | "slug" | "title" | "description"> & {
    settings: Pick<Conversation["settings"], "moderation">;
  };
  /** The address of the conversation. */
  url: string;
  audience: ExportAudience;
  counts: Awaited<ReturnType<typeof countForSummary>>;
  analysis: { core: StoredAnalysis; frame: Frame } | null;
  /** Group id of a participant in that analysis; null for those in none. */
  groupOf(participant: number): number | null;
}

/** Runs `write` on one snapshot of a conversation. */
export async function withExportSource<Result>(
  client: Sql,
  about: Pick<ExportSource, "conversation" | "url" | "audience">,
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
      const analysis = found && { core: found.core, frame: found.frame };
      return { result: await write({ ...about, sql, counts, analysis, groupOf }) };
    },
  );
  return result as Result;
}

/** Stands for whoever wrote the seed statements, and for every author when authors are not told. */
export function facilitatorId({ counts }: ExportSource): number {
  return counts.nextParticipantId;
}
