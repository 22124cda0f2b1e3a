import type { TransactionSql } from "postgres";
import type { PublicAnswers } from "@/lib/answers/answer";
import type { Locale } from "@/lib/i18n/locales";
import { readGroups } from "@/lib/results/pack-previous";
import type { Frame, PublicAnalysis, StoredAnalysis } from "@/lib/schemas/analysis";
import { LaterParts } from "@/lib/schemas/analysis";
import { suppressAnalysis } from "@/lib/suppress/suppress-analysis";
import type { Sql } from "@/server/db/client";
import { countForSummary, countStandingAt, findExportedAnalysis } from "@/server/db/queries/export";
import type { Conversation } from "@/server/services/conversations/conversation";
import type { Painter } from "@/server/services/previews/painter";
import type { Signer } from "@/server/services/reports/signer";
import type { GroupTallies } from "./polis/group-tallies";
import { type PublishedExport, readPublishedExport } from "./report/published-report";

/**
 * Who the files are for. `organisers`: everything. `everybody`: the rows, without the texts that are
 * not shown. `totals`: no rows of participants, no author, and nothing of fewer than five people.
 */
export type ExportAudience = "organisers" | "everybody" | "totals";

export interface ExportedAnalysis {
  version: number;
  /** It has seen every vote up to and including it. */
  voteSeq: number;
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
  /** Null where nothing is signed. */
  signer: Pick<Signer, "signManifest" | "listPublicKeys"> | null;
  counts: Awaited<ReturnType<typeof countForSummary>>;
  /** Of a published report: only what it froze. Null: of how things stand. */
  report: PublishedExport | null;
  /** That of the report, else the newest that is whole; null before the first. */
  analysis: ExportedAnalysis | null;
  /** Whether the votes that the analysis followed from are all there still. */
  hasVoteList: boolean;
  /** As of the export; null where they were not asked for. */
  answers: PublicAnswers | null;
  /** How each group voted, once all ballots were read for whatever file. */
  groupTallies: GroupTallies[] | null;
  /** Group id of a participant in that analysis; null for those in none. */
  groupOf(participant: number): number | null;
}

export interface ExportRequest
  extends Omit<
    ExportSource,
    | "sql"
    | "counts"
    | "signer"
    | "report"
    | "analysis"
    | "hasVoteList"
    | "answers"
    | "groupTallies"
    | "groupOf"
  > {
  signer?: ExportSource["signer"];
  answers?: ExportSource["answers"];
  /** Of a published report; left out: of how things stand. */
  reportNumber?: number | null;
}

/**
 * Runs `write` on one snapshot of a conversation.
 * @throws ServiceError NOT_FOUND when there is no such report
 */
export async function withExportSource<Result>(
  client: Sql,
  { reportNumber = null, signer = null, answers = null, ...about }: ExportRequest,
  write: (source: ExportSource) => Promise<Result>,
): Promise<Result> {
  const { id } = about.conversation;
  // A holder, because begin() unwraps arrays of promises in what its callback returns.
  const { result } = await client.begin(
    "isolation level repeatable read read only",
    async (sql) => {
      const counts = await countForSummary(sql, id);
      const report =
        reportNumber === null ? null : await readPublishedExport(sql, id, reportNumber);
      const found = await findExportedAnalysis(sql, id, report?.analysisVersion ?? "newest");
      const groupOf = found?.positions ? readGroups(found.positions) : () => null;
      const analysis = found && toExported(found);
      const conversation = report ? asPublished(about.conversation, report) : about.conversation;
      const of = {
        conversation,
        signer,
        sql,
        counts,
        report,
        analysis,
        hasVoteList: report !== null || (await hasAllVotes(sql, about, analysis)),
        answers,
        groupTallies: null,
        groupOf,
      };
      const source = { ...about, ...of };
      return { result: await write(source) };
    },
  );
  return result as Result;
}

/** Stands for whoever wrote the seed statements, and for every author when authors are not told. */
export function facilitatorId({ counts }: ExportSource): number {
  return counts.nextParticipantId;
}

/** Somebody may have taken theirs away since, or been excluded: the next analysis has seen that. */
async function hasAllVotes(
  sql: TransactionSql,
  { conversation, audience }: Pick<ExportSource, "conversation" | "audience">,
  analysis: ExportedAnalysis | null,
): Promise<boolean> {
  if (!analysis || audience === "totals") return false;
  const seen = { conversationId: conversation.id, voteSeq: analysis.voteSeq };
  return (await countStandingAt(sql, seen)) === analysis.core.votes;
}

/** Named and described as it was then. */
function asPublished(
  { id }: ExportSource["conversation"],
  { content }: PublishedExport,
): ExportSource["conversation"] {
  const { slug, title, description, settings } = content.conversation;
  return { id, slug, title, description, settings };
}

function toExported({
  version,
  voteSeq,
  createdAt,
  core,
  frame,
}: NonNullable<Awaited<ReturnType<typeof findExportedAnalysis>>>): ExportedAnalysis {
  const told = suppressAnalysis({ ...core, ...LaterParts.parse(core), frame });
  return { version, voteSeq, createdAt, core, frame, told };
}
