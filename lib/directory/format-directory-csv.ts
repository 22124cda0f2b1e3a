import type { CsvCell } from "../csv/format-csv-row";
import { formatSheet } from "../csv/format-sheet";
import type { ConversationState } from "../schemas/conversation";
import type { Outcome } from "./outcome";

export interface DirectoryRow {
  slug: string;
  title: string;
  settings: { askedBy: string };
  state: ConversationState;
  opensAt: Date | null;
  closesAt: Date | null;
  participants: number;
  isDisclosed: boolean;
  outcome: Outcome | null;
}

const columns = [
  "conversation",
  "url",
  "title",
  "asked-by",
  "state",
  "opened",
  "closes",
  "participants",
  "results-public",
  "common-ground",
  "answers-promised",
  "answers-owed",
  "answered",
  "overdue",
  "acted-on",
];

/** The list of conversations for a spreadsheet; cells of what is not known or not public are empty. */
export function formatDirectoryCsv(rows: readonly DirectoryRow[], publicUrl: string): string {
  return formatSheet([columns, ...rows.map((row) => toCells(row, publicUrl))]);
}

function toCells(row: DirectoryRow, publicUrl: string): CsvCell[] {
  const { outcome } = row;
  return [
    row.slug,
    `${publicUrl}/c/${row.slug}`,
    row.title,
    row.settings.askedBy,
    row.state,
    row.opensAt?.toISOString() ?? null,
    row.closesAt?.toISOString() ?? null,
    row.participants,
    row.isDisclosed,
    outcome?.common ?? null,
    outcome?.promised ?? null,
    outcome?.owed ?? null,
    outcome?.answered ?? null,
    outcome?.overdue ?? null,
    outcome?.actedOn ?? null,
  ];
}
