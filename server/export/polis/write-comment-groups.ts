import { formatCsvRow } from "@/lib/csv/format-csv-row";
import { type ExportedStatement, listExportedStatements } from "@/server/db/queries/export";
import type { ExportSource } from "./export-source";
import { isPublished } from "./write-comments";

const COLUMNS = [
  "comment-id",
  "comment",
  "total-votes",
  "total-agrees",
  "total-disagrees",
  "total-passes",
];

interface Tally {
  votes: number;
  agrees: number;
  disagrees: number;
}

/** comment-groups.csv: how each group of the newest analysis voted on each statement with votes. */
export async function* writeCommentGroups(source: ExportSource): AsyncGenerator<string> {
  const groups = listGroups(source);
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

function listGroups({ analysis }: ExportSource) {
  const groups = analysis?.core.groups ?? [];
  return groups.map(({ id, letter }) => ({
    letter: (analysis?.frame.letters[id] ?? letter).toLowerCase(),
    stats: analysis?.core.statementStats[id] ?? {},
  }));
}

function formatRow(
  row: ExportedStatement,
  groups: { stats: Record<string, Tally | undefined> }[],
): string {
  const none: Tally = { votes: 0, agrees: 0, disagrees: 0 };
  const tallies = [row, ...groups.map(({ stats }) => stats[row.id] ?? none)];
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
