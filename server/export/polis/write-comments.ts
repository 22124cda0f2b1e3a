import { formatCsvRow } from "@/lib/csv/format-csv-row";
import { hideSmallCrowds } from "@/lib/suppress/hide-small-crowds";
import { type ExportedStatement, listExportedStatements } from "@/server/db/queries/export";
import { type ExportSource, facilitatorId } from "../export-source";
import { formatDatetime } from "./format-time";

const COLUMNS = [
  "timestamp",
  "datetime",
  "comment-id",
  "author-id",
  "agrees",
  "disagrees",
  "moderated",
  "importance",
  "comment-body",
  "is-meta",
  "is-seed",
];

const moderated = { rejected: -1, pending: 0, accepted: 1 } as const;

/** Stands in files for everybody where a text is not shown; the row stays, for the mathematics. */
export const WITHHELD_TEXT = "[not published]";

/**
 * comments.csv: every statement, voted on or not; for `totals` only the published ones, without the
 * counts of fewer than five voters.
 */
export async function* writeComments(source: ExportSource): AsyncGenerator<string> {
  yield formatCsvRow(COLUMNS);
  for await (const rows of listExportedStatements(source.sql, source.conversation.id)) {
    yield rows
      .filter((row) => source.audience !== "totals" || isPublished(row, source))
      .map((row) => formatStatement(row, source))
      .join("");
  }
}

/** Whether everybody may read a statement. */
export function isPublished(
  { moderation }: Pick<ExportedStatement, "moderation">,
  { conversation }: ExportSource,
): boolean {
  if (moderation === "pending") return conversation.settings.moderation === "lenient";
  return moderation === "accepted";
}

function formatStatement(row: ExportedStatement, source: ExportSource): string {
  const isShown = source.audience === "organisers" || isPublished(row, source);
  const isForAnybody = source.audience === "totals";
  const authorId = isForAnybody ? null : row.authorId;
  const isHidden =
    isForAnybody && hideSmallCrowds({ all: row.votes, groups: [], ungrouped: 0 }).all;
  const tell = (count: number) => (isHidden ? null : count);
  return formatCsvRow([
    row.atMs,
    formatDatetime(row.atMs),
    row.id,
    authorId ?? facilitatorId(source),
    tell(row.agrees),
    tell(row.disagrees),
    moderated[row.moderation],
    tell(row.important),
    isShown ? row.text : WITHHELD_TEXT,
    row.isMetadata,
    row.isSeed,
  ]);
}
