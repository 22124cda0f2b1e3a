import {
  ListTranslationsInput,
  type TranslationLocale,
  type TranslationOrigin,
} from "@/lib/schemas/translation";
import { listTranslationRows } from "@/server/db/queries/translations";
import type { ServiceContext } from "@/server/services/context";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { isTranslationLocale } from "./translation-locale";

export interface StatementTranslation {
  locale: TranslationLocale;
  text: string;
  origin: TranslationOrigin;
}

/**
 * The translations of one statement, for its organisers; empty without any.
 * @throws ServiceError as requirePermission; BAD_REQUEST
 */
export async function listTranslations(
  ctx: ServiceContext,
  input: ListTranslationsInput,
): Promise<StatementTranslation[]> {
  const { conversationId, statementId } = parseInput(ListTranslationsInput, input);
  await requirePermission(ctx, conversationId, "read-console");
  const rows = await listTranslationRows(ctx.db, { conversationId, statementId });
  return rows.flatMap(({ locale, text, origin }) =>
    isTranslationLocale(locale) ? { locale, text, origin } : [],
  );
}
