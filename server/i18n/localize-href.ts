import { headers } from "next/headers";
import { findLocale, type Locale } from "@/lib/i18n/locales";
import { getRuntime } from "@/server/runtime";
import { choiceHeader } from "./choice-header";

/**
 * Carries a language chosen by `?lang=` into a link of our own, so that the choice lasts without a
 * cookie and without JavaScript.
 */
export async function getLocalizeHref(): Promise<(path: string) => string> {
  const chosen = await getChosenLang();
  if (!chosen) return (path) => path;
  return (path) => {
    const [before = "", hash] = path.split("#");
    const separator = before.includes("?") ? "&" : "?";
    return `${before}${separator}lang=${chosen}${hash === undefined ? "" : `#${hash}`}`;
  };
}

/** The language that the address asks for; null when the browser's decides. */
export async function getChosenLang(): Promise<Locale | null> {
  const chosen = findLocale((await headers()).get(choiceHeader))?.tag;
  return chosen && getRuntime().locales.includes(chosen) ? chosen : null;
}
