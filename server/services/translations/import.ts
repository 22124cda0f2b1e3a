import { ImportTranslationsInput } from "@/lib/schemas/translation";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import {
  announceTranslations,
  listKnownStatementIds,
  putTranslations,
} from "@/server/db/queries/translations";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import {
  type ReadTranslation,
  readTranslationsCsv,
  type TranslationError,
} from "./read-translations-csv";

const MOST_ERRORS = 100;

export interface ImportOutcome {
  imported: number;
  /** By line; when there are any, nothing was imported. At most 100 are named. */
  errors: TranslationError[];
}

/**
 * Takes the translations of a CSV file in place of those that were there: all of them or, when a line
 * is wrong, none, so that the file can be put right and sent again.
 * @throws ServiceError as requirePermission; BAD_REQUEST
 */
export async function importTranslations(
  ctx: ServiceContext,
  input: ImportTranslationsInput,
): Promise<ImportOutcome> {
  const { conversationId, csv } = parseInput(ImportTranslationsInput, input);
  await requirePermission(ctx, conversationId, "moderate");
  const { translations, errors } = readTranslationsCsv(csv);
  return ctx.db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId);
    const ids = [...new Set(translations.map(({ statementId }) => statementId))];
    const known = await listKnownStatementIds(tx, conversationId, ids);
    const unknown = translations.filter(({ statementId }) => !known.has(statementId));
    const wrong = [...errors, ...unknown.map(nameUnknown)].sort((a, b) => a.line - b.line);
    if (wrong.length > 0) return { imported: 0, errors: wrong.slice(0, MOST_ERRORS) };
    if (translations.length === 0) return { imported: 0, errors: [] };
    const translatedBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const about = { conversationId, translatedBy, translatedAt: ctx.now() };
    const rows = translations.map((translation) => ({ ...about, ...toColumns(translation) }));
    await putTranslations(tx, rows);
    await recordAudit(tx, ctx, {
      conversationId,
      action: "translation.import",
      details: { translations: rows.length },
    });
    await announceTranslations(tx, conversationId);
    return { imported: rows.length, errors: [] };
  });
}

function nameUnknown({ line }: ReadTranslation): TranslationError {
  return { line, problem: "statement-unknown" };
}

function toColumns({ statementId, locale, text, isMachine }: ReadTranslation) {
  return { statementId, locale, text, origin: isMachine ? "machine" : "imported" } as const;
}
