"use client";

import { formatStatementRows } from "@/lib/reports/format-statement-rows";
import type { StatementRow } from "@/lib/reports/statement-rows";

interface Props {
  rows: StatementRow[];
  locale: string;
  tooFew: string;
}

/**
 * The body of the table of all statements. It belongs to the browser so that a page carries its HTML and
 * the figures, but not the HTML a second time; the browser makes nothing of it.
 */
export function StatementRows({ rows, locale, tooFew }: Props) {
  const html = formatStatementRows(rows, { locale, tooFew });
  return <tbody dangerouslySetInnerHTML={{ __html: html }} />;
}
