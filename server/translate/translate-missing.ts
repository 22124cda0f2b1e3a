import { cleanLine } from "@/lib/format/clean-text";
import { guessLanguage } from "@/lib/i18n/guess-language";
import { isSameLanguage } from "@/lib/i18n/is-same-language";
import type { Locale } from "@/lib/i18n/locales";
import type { Database } from "@/server/db/client";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import {
  addMachineTranslation,
  announceTranslations,
  listUntranslated,
} from "@/server/db/queries/translations";
import { findLanguageCode, findSourceCode } from "./language-codes";
import type { LibreTranslate } from "./libre-translate";
import { persist } from "./persist";

/** Readers get what is done so far; every announcement makes each process look. */
const STATEMENTS_AT_A_TIME = 10;
const MOST_SETTLED = 10_000;

export interface TranslateMissing {
  db: Database;
  server: LibreTranslate;
  now(): Date;
  firstPauseMs: number;
  signal: AbortSignal;
  /** Texts, by language, that turned out to need no translation: they are not asked for again. */
  settled: Set<string>;
}

interface Translated {
  id: number;
  source: string;
  text: string;
}

/** Translates the shown statements of a conversation that are not there in a language. */
export async function translateMissing(
  work: TranslateMissing,
  { conversationId, locale }: { conversationId: number; locale: Locale },
): Promise<void> {
  const missing = (await listUntranslated(work.db, { conversationId, locale })).filter(
    (statement) =>
      !isSameLanguage(statement, locale) && !work.settled.has(`${locale} ${statement.text}`),
  );
  if (missing.length === 0) return;
  const codes = await persist(work, () => work.server.listLanguages(work.signal));
  const target = findLanguageCode(locale, codes);
  if (target === null) return;
  const done: Translated[] = [];
  const keep = () => keepTranslations(work, { conversationId, locale }, done.splice(0));
  try {
    for (const { id, text: source, language } of missing) {
      work.signal.throwIfAborted();
      const from = findSourceCode(language ?? guessLanguage(source), codes);
      const text = await translate(work, { text: source, source: from, target });
      if (text === null) settle(work.settled, `${locale} ${source}`);
      else done.push({ id, source, text });
      if (done.length >= STATEMENTS_AT_A_TIME) await keep();
    }
  } finally {
    await keep();
  }
}

/** Null when there is nothing to translate: the text is in that language already. */
async function translate(
  work: TranslateMissing,
  input: { text: string; source: string; target: string },
): Promise<string | null> {
  const answer = await persist(work, () => work.server.translate(input, work.signal));
  const text = cleanLine(answer.text);
  const isNeedless = text === "" || text === input.text || answer.detected === input.target;
  return isNeedless ? null : text;
}

function settle(settled: Set<string>, key: string): void {
  if (settled.size >= MOST_SETTLED) settled.clear();
  settled.add(key);
}

async function keepTranslations(
  { db, now }: TranslateMissing,
  { conversationId, locale }: { conversationId: number; locale: Locale },
  translated: Translated[],
): Promise<void> {
  if (translated.length === 0) return;
  await db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId);
    let added = 0;
    for (const { id, source, text } of translated) {
      const row = { conversationId, statementId: id, locale, text, translatedAt: now() };
      if (await addMachineTranslation(tx, row, source)) added += 1;
    }
    if (added > 0) await announceTranslations(tx, conversationId);
  });
}
