import { type CsvCell, formatCsvRow } from "@/lib/csv/format-csv-row";
import { listExportedStatements } from "@/server/db/queries/export";
import type { ExportSource } from "./export-source";
import type { Tally } from "./polis/group-tallies";
import { tallyGroups } from "./polis/tally-groups";
import { tellTallies } from "./polis/tell-tallies";
import { isPublished } from "./polis/write-comments";

const sides = ["agree", "disagree", "pass"];

/**
 * sensemaker.csv: the published statements on the topic with the columns that Jigsaw's Sensemaker asks
 * for. It reads an empty cell as 0, so a crowd too small to be told of counts as one that did not vote.
 */
export async function* writeSensemaker(source: ExportSource): AsyncGenerator<string> {
  const groups = await tallyGroups(source);
  const names = groups.flatMap(({ letter }) =>
    sides.map((side) => `group-${letter}-${side}-count`),
  );
  yield formatCsvRow(["comment-id", "comment_text", "agrees", "disagrees", "passes", ...names]);
  for await (const rows of listExportedStatements(source.sql, source.conversation.id)) {
    let text = "";
    for (const row of rows) {
      if (row.isMetadata || !isPublished(row, source)) continue;
      const told = tellTallies(row, groups, source);
      const tallies = [told.all, ...told.groups].flatMap(toCells);
      text += formatCsvRow([row.id, row.text, ...tallies]);
    }
    yield text;
  }
}

function toCells(tally: Tally | null): CsvCell[] {
  if (!tally) return [null, null, null];
  const { votes, agrees, disagrees } = tally;
  return [agrees, disagrees, votes - agrees - disagrees];
}
