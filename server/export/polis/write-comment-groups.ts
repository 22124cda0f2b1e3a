import { formatCsvRow } from "@/lib/csv/format-csv-row";
import { type ExportedStatement, listExportedStatements } from "@/server/db/queries/export";
import type { ExportSource } from "./export-source";
import { type GroupTallies, type Tally, tallyGroups } from "./tally-groups";
import { isPublished } from "./write-comments";

const COLUMNS = [
  "comment-id",
  "comment",
  "total-votes",
  "total-agrees",
  "total-disagrees",
  "total-passes",
];

/** comment-groups.csv: how each group of the newest analysis voted on each statement with votes. */
export async function* writeCommentGroups(source: ExportSource): AsyncGenerator<string> {
  const groups = await tallyGroups(source);
  const names = groups.flatMap(({ letter }) =>
    ["votes", "agrees", "disagrees", "passes"].map((what) => `group-${letter}-${what}`),
  );
  yield formatCsvRow([...COLUMNS, ...names]);
  for await (const rows of listExportedStatements(source.sql, source.conversation.id)) {
    yield rows
      .filter((row) => row.votes > 0 && isListed(row, source))
      .map((row) => formatRow(row, groups))
      .join("");
  }
}

function isListed(row: ExportedStatement, source: ExportSource): boolean {
  return source.audience === "organisers" || isPublished(row, source);
}

function formatRow(row: ExportedStatement, groups: GroupTallies[]): string {
  const none: Tally = { votes: 0, agrees: 0, disagrees: 0 };
  const tallies = [row, ...groups.map(({ statements }) => statements.get(row.id) ?? none)];
  return formatCsvRow([
    row.id,
    row.text,
    ...tallies.flatMap(({ votes, agrees, disagrees }) => [
      votes,
      agrees,
      disagrees,
      votes - agrees - disagrees,
    ]),
  ]);
}
