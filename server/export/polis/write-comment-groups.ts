import { formatCsvRow } from "@/lib/csv/format-csv-row";
import { hideSmallCrowds } from "@/lib/suppress/hide-small-crowds";
import { type ExportedStatement, listExportedStatements } from "@/server/db/queries/export";
import type { ExportSource } from "../export-source";
import type { GroupTallies, Tally } from "./group-tallies";
import { tallyGroups } from "./tally-groups";
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

function formatRow(
  row: ExportedStatement,
  groups: GroupTallies[],
  { audience, counts }: ExportSource,
): string {
  const none: Tally = { votes: 0, agrees: 0, disagrees: 0 };
  const tallies = groups.map(({ statements }) => statements.get(row.id) ?? none);
  const grouped = groups.reduce((sum, { members }) => sum + members, 0);
  const hidden = hideSmallCrowds({
    all: row.votes,
    groups: tallies.map(({ votes }) => votes),
    ungrouped: groups.length === 0 ? 0 : counts.voters - grouped,
  });
  const isForAnybody = audience === "totals";
  return formatCsvRow([
    row.id,
    row.text,
    ...toCells(row, isForAnybody && hidden.all),
    ...tallies.flatMap((tally, index) => toCells(tally, isForAnybody && hidden.groups[index]!)),
  ]);
}

function toCells({ votes, agrees, disagrees }: Tally, isHidden: boolean): (number | null)[] {
  return isHidden
    ? [null, null, null, null]
    : [votes, agrees, disagrees, votes - agrees - disagrees];
}
