import { isSameLanguage } from "@/lib/i18n/is-same-language";
import type { Locale } from "@/lib/i18n/locales";
import type { ShownTranslation } from "@/lib/schemas/vote";
import { listTranslationRows } from "@/server/db/queries/translations";
import type { ServiceContext } from "@/server/services/context";
import type { PublicStatement } from "../statements/list";
import type { Translator } from "./translator";

/**
 * The translations of statements that are shown, by statement id, for a page in one language; those
 * that are lacking are asked for.
 */
export async function listShownTranslations(
  ctx: Pick<ServiceContext, "db"> & { translator: Translator },
  input: { conversationId: number; statements: readonly PublicStatement[]; locale: Locale },
): Promise<Map<number, ShownTranslation>> {
  const { conversationId, statements, locale } = input;
  const rows = await listTranslationRows(ctx.db, { conversationId, locale });
  const translations = new Map(
    rows.map(({ statementId, text, origin }) => [statementId, { text, locale, origin }]),
  );
  const isLacking = statements.some(
    (statement) => !translations.has(statement.id) && !isSameLanguage(statement, locale),
  );
  if (isLacking) ctx.translator.want(conversationId, locale);
  return translations;
}
