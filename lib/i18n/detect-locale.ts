import { defaultLocale, findLocale, type Locale, locales } from "./locales";

/**
 * The interface language for a visitor: what they chose, else the first of their browser's
 * languages that we speak in the same script, else in any script, else the default.
 * @param chosen value of `?lang=`; anything unknown counts as no choice
 * @param acceptLanguage the header as it came
 */
export function detectLocale(input: {
  chosen: string | null | undefined;
  acceptLanguage: string | null | undefined;
}): Locale {
  const chosen = findLocale(input.chosen);
  if (chosen) return chosen.tag;
  const wanted = parseAcceptLanguage(input.acceptLanguage ?? "");
  for (const tag of wanted) {
    const match =
      locales.find((locale) => languageAndScript(locale.tag) === languageAndScript(tag)) ??
      locales.find((locale) => language(locale.tag) === language(tag));
    if (match) return match.tag;
  }
  return defaultLocale;
}

/** Valid tags, most wanted first. */
function parseAcceptLanguage(header: string): string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]);
      return { tag, quality: Number(quality.find((value) => value !== undefined) ?? 1) };
    })
    .filter(({ tag, quality }) => quality > 0 && isTag(tag))
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== "und";
  } catch {
    return false; // "*" and anything malformed: Intl.Locale throws for these
  }
}

function language(tag: string): string {
  return new Intl.Locale(tag).language;
}

function languageAndScript(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}
