import { type CsvCell, formatCsvRow } from "@/lib/csv/format-csv-row";
import { type ExportedStatement, listExportedStatements } from "@/server/db/queries/export";
import type { ExportSource } from "../export-source";
import type { GroupTallies, Tally } from "./group-tallies";
import { tallyGroups } from "./tally-groups";
import { tellTallies } from "./tell-tallies";
import { isPublished } from "./write-comments";

const COLUMNS = [
  "comment-id",
  "comment",
  "total-votes",
  "total-agrees",
  "total-disagrees",
  "total-passes",
];

/**
 * comment-groups.csv: how each group of the newest analysis voted on each statement with votes. For
 * `totals` the cells of crowds that are too small to be told of are empty.
 */
export async function* writeCommentGroups(source: ExportSource): AsyncGenerator<string> {
  const groups = await tallyGroups(source);
  const names = groups.flatMap(({ letter }) =>
    ["votes", "agrees", "disagrees", "passes"].map((what) => `group-${letter}-${what}`),
  );
  yield formatCsvRow([...COLUMNS, ...names]);
  for await (const rows of listExportedStatements(source.sql, source.conversation.id)) {
    yield rows
      .filter((row) => row.votes > 0 && isListed(row, source))
      .map((row) => formatRow(row, groups, source))
      .join("");
  }
}

function isListed(row: ExportedStatement, source: ExportSource): boolean {
  return source.audience === "organisers" || isPublished(row, source);
}

function formatRow(row: ExportedStatement, groups: GroupTallies[], source: ExportSource): string {
  const told = tellTallies(row, groups, source);
  return formatCsvRow([row.id, row.text, ...[told.all, ...told.groups].flatMap(toCells)]);
}

function toCells(tally: Tally | null): CsvCell[] {
  if (!tally) return [null, null, null, null];
  const { votes, agrees, disagrees } = tally;
  return [votes, agrees, disagrees, votes - agrees - disagrees];
}
