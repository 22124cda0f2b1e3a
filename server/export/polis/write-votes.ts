import { formatCsvRow } from "@/lib/csv/format-csv-row";
import { listExportedHistory } from "@/server/db/queries/export";
import { readAhead } from "@/server/db/read-ahead";
import type { ExportSource } from "../export-source";
import { formatDatetime } from "./format-time";

const COLUMNS = ["timestamp", "datetime", "comment-id", "voter-id", "vote", "important"];

/**
 * votes.csv: the history in the order in which it was written. Readers go by the timestamp, and the
 * clocks of several servers differ: a vote is never dated before the one that it followed.
 */
export async function* writeVotes(source: ExportSource): AsyncGenerator<string> {
  yield formatCsvRow(COLUMNS);
  const rows = listExportedHistory(source.sql, source.conversation.id);
  let latestMs = 0;
  for await (const votes of readAhead(rows)) {
    let text = "";
    for (const { atMs, cells } of votes) {
      latestMs = Math.max(latestMs, atMs);
      text += `${latestMs},${formatDatetime(latestMs)},${cells}\n`;
    }
    yield text;
  }
}
