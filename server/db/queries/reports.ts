import { and, asc, desc, eq, sql } from "drizzle-orm";
import { analyses, analysisQueue } from "@/drizzle/schema/analysis";
import { reportSettings, reports } from "@/drizzle/schema/report";
import type { Queryable, Transaction } from "@/server/db/client";

export type ReportRow = typeof reports.$inferSelect;

export async function findReport(
  db: Queryable,
  conversationId: number,
  number: number | "newest",
): Promise<ReportRow | null> {
  const [row] = await db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.conversationId, conversationId),
        number === "newest" ? undefined : eq(reports.number, number),
      ),
    )
    .orderBy(desc(reports.number))
    .limit(1);
  return row ?? null;
}

/** Without their content, ascending. */
export async function listReportRows(db: Queryable, conversationId: number) {
  return db
    .select({
      number: reports.number,
      analysisVersion: reports.analysisVersion,
      publishedAt: reports.publishedAt,
      voteListSha256: reports.voteListSha256,
      withdrawnVotes: reports.withdrawnVotes,
      isSigned: sql<boolean>`${reports.signature} is not null`,
      participants: sql<number>`(${analyses.core} -> 'participants')::int`,
      votes: sql<number>`(${analyses.core} -> 'votes')::int`,
    })
    .from(reports)
    .innerJoin(
      analyses,
      and(
        eq(analyses.conversationId, reports.conversationId),
        eq(analyses.version, reports.analysisVersion),
      ),
    )
    .where(eq(reports.conversationId, conversationId))
    .orderBy(asc(reports.number));
}

/** The newest analysis that took nothing over from an earlier one, which is what may be frozen. */
export async function findExactAnalysis(db: Queryable, conversationId: number) {
  const [row] = await db
    .select({
      version: analyses.version,
      core: analyses.core,
      frame: analyses.frame,
      voteSeq: analyses.voteSeq,
      createdAt: analyses.createdAt,
      positions: analyses.positions,
    })
    .from(analyses)
    .where(and(eq(analyses.conversationId, conversationId), eq(analyses.isApproximate, false)))
    .orderBy(desc(analyses.version))
    .limit(1);
  return row ?? null;
}

/** Votes in the newest analysis, complete or not; 0 without one. */
export async function countNewestVotes(db: Queryable, conversationId: number): Promise<number> {
  const [row] = await db
    .select({ votes: sql<number>`(${analyses.core} ->> 'votes')::int` })
    .from(analyses)
    .where(eq(analyses.conversationId, conversationId))
    .orderBy(desc(analyses.version))
    .limit(1);
  return row?.votes ?? 0;
}

/** The number of the newest vote, and how many participants have been deleted so far. */
export async function getSeqs(
  db: Queryable,
  conversationId: number,
): Promise<{ voteSeq: number; deletionSeq: number }> {
  const [row] = await db
    .select({ voteSeq: analysisQueue.voteSeq, deletionSeq: analysisQueue.deletionSeq })
    .from(analysisQueue)
    .where(eq(analysisQueue.conversationId, conversationId));
  return row ?? { voteSeq: 0, deletionSeq: 0 };
}

export async function getNextReportNumber(db: Queryable, conversationId: number): Promise<number> {
  const [row] = await db
    .select({ number: reports.number })
    .from(reports)
    .where(eq(reports.conversationId, conversationId))
    .orderBy(desc(reports.number))
    .limit(1);
  return (row?.number ?? 0) + 1;
}

/** False when somebody else is publishing in this conversation; held until the transaction ends. */
export async function tryPublishingLock(tx: Transaction, conversationId: number): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('reports'), ${conversationId}) as held`,
  );
  return row!.held;
}

export async function insertReport(
  tx: Transaction,
  row: typeof reports.$inferInsert,
): Promise<void> {
  await tx.insert(reports).values(row);
}

/** Takes the texts of deleted statements out of every published report. */
export async function withdrawReportedTexts(
  tx: Transaction,
  conversationId: number,
  statementIds: number[],
): Promise<void> {
  if (statementIds.length === 0) return;
  await tx.execute(sql`
    update reports set content = jsonb_set(content, '{statements}', (
      select jsonb_agg(case when (s ->> 'id')::int in ${statementIds}
        then s || '{"text": null, "translations": {}}' else s end order by place)
      from jsonb_array_elements(content -> 'statements') with ordinality as e (s, place)))
    where conversation_id = ${conversationId} and exists (
      select from jsonb_array_elements(content -> 'statements') s
      where (s ->> 'id')::int in ${statementIds})`);
}

export async function findReportSettings(db: Queryable, conversationId: number) {
  const [row] = await db
    .select({ settings: reportSettings.settings })
    .from(reportSettings)
    .where(eq(reportSettings.conversationId, conversationId));
  return row?.settings ?? null;
}

export async function putReportSettings(
  tx: Queryable,
  row: typeof reportSettings.$inferInsert,
): Promise<void> {
  const { settings, updatedAt } = row;
  await tx
    .insert(reportSettings)
    .values(row)
    .onConflictDoUpdate({ target: reportSettings.conversationId, set: { settings, updatedAt } });
}
