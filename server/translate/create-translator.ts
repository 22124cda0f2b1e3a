import type { Locale } from "@/lib/i18n/locales";
import type { Database } from "@/server/db/client";
import { log } from "@/server/log";
import type { Translator } from "@/server/services/translations/translator";
import type { LibreTranslate } from "./libre-translate";
import { type TranslateMissing, translateMissing } from "./translate-missing";

/** How soon a language of a conversation is looked through again, for new statements. */
const REST_MS = 5_000;
const FIRST_PAUSE_MS = 1_000;
/** So that a crowd of languages and conversations does not fill the memory. */
const MOST_KNOWN = 10_000;

interface Wanted {
  conversationId: number;
  locale: Locale;
}

/**
 * Translates what readers want, one text after the other. What is lost when the process ends is
 * wanted again by the next reader; when two processes translate the same text, one of the two is kept.
 */
export function createTranslator(options: {
  db: Database;
  server: LibreTranslate;
  restMs?: number;
  firstPauseMs?: number;
}): Translator {
  const { db, server, restMs = REST_MS, firstPauseMs = FIRST_PAUSE_MS } = options;
  const restsUntil = new Map<string, number>();
  const queue: Wanted[] = [];
  const closing = new AbortController();
  const { signal } = closing;
  const settled = new Set<string>();
  const work: TranslateMissing = {
    db,
    server,
    now: () => new Date(),
    firstPauseMs,
    signal,
    settled,
  };
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    for (let wanted = queue.shift(); wanted && !signal.aborted; wanted = queue.shift()) {
      const { conversationId, locale } = wanted;
      await translateMissing(work, wanted).catch((error: unknown) => {
        if (signal.aborted) return;
        log.warn("Statements could not be translated.", { conversationId, locale, error });
      });
      rest(wanted); // from the end of the work, which may have taken long
    }
    running = null;
  }

  function rest({ conversationId, locale }: Wanted, forMs = restMs): void {
    if (restsUntil.size >= MOST_KNOWN) restsUntil.clear();
    restsUntil.set(`${conversationId} ${locale}`, performance.now() + forMs);
  }

  return {
    isConfigured: true,
    want(conversationId, locale) {
      const rested = restsUntil.get(`${conversationId} ${locale}`) ?? 0;
      if (performance.now() < rested || signal.aborted) return;
      const wanted = { conversationId, locale };
      rest(wanted, Number.POSITIVE_INFINITY); // until its turn is over
      queue.push(wanted);
      running ??= run();
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}
