import { detectLocale } from "@/lib/i18n/detect-locale";
import type { Locale } from "@/lib/i18n/locales";

const MOST_HEADERS = 500;

/** Reading a header takes 25 µs, and a vote about as much; browsers send few different ones. */
const known = new Map<string, Locale>();

/** The language that a request asks for; null when it says nothing. */
export function readerLocale(
  acceptLanguage: string | undefined,
  offered: readonly Locale[],
): Locale | null {
  if (!acceptLanguage) return null;
  const found = known.get(acceptLanguage);
  if (found && offered.includes(found)) return found;
  const locale = detectLocale({ chosen: null, acceptLanguage }, offered);
  if (known.size >= MOST_HEADERS) known.clear();
  known.set(acceptLanguage, locale);
  return locale;
}
