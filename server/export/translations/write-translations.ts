import { formatCsvRow } from "@/lib/csv/format-csv-row";
import { listExportedTranslations } from "@/server/db/queries/export-translations";
import type { ExportSource } from "../export-source";
import { isPublished } from "../polis/write-comments";

/** translations.csv: what the console imports again; those of published statements for the public. */
export const translationsFile = {
  write: writeTranslations,
  contentType: "text/csv; charset=utf-8",
  hasRows: false,
};

async function* writeTranslations(source: ExportSource): AsyncGenerator<string> {
  yield formatCsvRow(["statement", "locale", "text", "origin"]);
  for await (const rows of listExportedTranslations(source.sql, source.conversation.id)) {
    yield rows
      .filter((row) => source.audience === "organisers" || isPublished(row, source))
      .map(({ statementId, locale, text, origin }) =>
        formatCsvRow([statementId, locale, text, origin]),
      )
      .join("");
  }
}
