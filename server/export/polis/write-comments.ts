import { formatCsvRow } from "@/lib/csv/format-csv-row";
import { type ExportedStatement, listExportedStatements } from "@/server/db/queries/export";
import { type ExportSource, facilitatorId } from "./export-source";
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

/** comments.csv: every statement, voted on or not; for `totals` only the published ones. */
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
  const authorId = source.audience === "totals" ? null : row.authorId;
  return formatCsvRow([
    row.atMs,
    formatDatetime(row.atMs),
    row.id,
    authorId ?? facilitatorId(source),
    row.agrees,
    row.disagrees,
    moderated[row.moderation],
    row.important,
    isShown ? row.text : WITHHELD_TEXT,
    row.isMetadata,
    row.isSeed,
  ]);
}
