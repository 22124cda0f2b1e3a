import { formatCsvRow } from "@/lib/csv/format-csv-row";
import type { ExportSource } from "../export-source";
import { VOTE_CONVENTION } from "./vote-convention";

/** summary.csv: a key and a value a row. */
export async function* writeSummary(source: ExportSource): AsyncGenerator<string> {
  const { conversation, counts, analysis, audience } = source;
  const told = audience === "totals" ? analysis?.told : analysis?.core;
  const rows: [string, string | number][] = [
    ["topic", conversation.title],
    ["url", source.url],
    ["voters", counts.voters],
    ["voters-in-conv", analysis ? (told?.clustered ?? "") : 0],
    ["commenters", counts.authors + (counts.hasSeeds ? 1 : 0)],
    ["comments", counts.voted],
    ["groups", analysis?.core.groups.length ?? 0],
    ["conversation-description", conversation.description],
    ["vote-convention", VOTE_CONVENTION],
  ];
  yield rows.map(formatCsvRow).join("");
}
