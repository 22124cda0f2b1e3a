import * as z from "zod/mini";
import { locales } from "../i18n/locales";
import { ConversationId } from "./conversation-input";

export const TRANSLATION_MAX_LENGTH = 4000;
export const TRANSLATIONS_CSV_MAX_LENGTH = 700_000;

/** Entered or imported by an organiser, or made by a machine, which the reader is told. */
export const TranslationOrigin = z.enum(["entered", "imported", "machine"]);
export type TranslationOrigin = z.infer<typeof TranslationOrigin>;

/** Languages that a statement can be translated into: those of the interface. */
export const TranslationLocale = z.enum(locales.map(({ tag }) => tag));
export type TranslationLocale = z.infer<typeof TranslationLocale>;

const statementId = z.int().check(z.gte(0), z.lte(2_147_483_647));
const where = { conversationId: ConversationId, statementId };

export const ListTranslationsInput = z.strictObject(where);
export type ListTranslationsInput = z.input<typeof ListTranslationsInput>;

export const EnterTranslationInput = z.strictObject({
  ...where,
  locale: TranslationLocale,
  text: z.string().check(z.maxLength(TRANSLATION_MAX_LENGTH)),
});
export type EnterTranslationInput = z.input<typeof EnterTranslationInput>;

export const RemoveTranslationInput = z.strictObject({ ...where, locale: TranslationLocale });
export type RemoveTranslationInput = z.input<typeof RemoveTranslationInput>;

export const ImportTranslationsInput = z.strictObject({
  conversationId: ConversationId,
  /** A CSV file with the columns statement, locale and text; see docs/statement-translations.md. */
  csv: z.string().check(z.maxLength(TRANSLATIONS_CSV_MAX_LENGTH)),
});
export type ImportTranslationsInput = z.input<typeof ImportTranslationsInput>;
