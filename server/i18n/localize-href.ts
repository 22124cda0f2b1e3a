import { headers } from "next/headers";
import { findLocale } from "@/lib/i18n/locales";
import { choiceHeader } from "./choice-header";

/**
 * Carries a language chosen by `?lang=` into a link of our own, so that the choice lasts without a
 * cookie and without JavaScript.
 */
export async function getLocalizeHref(): Promise<(path: string) => string> {
  const chosen = findLocale((await headers()).get(choiceHeader));
  if (!chosen) return (path) => path;
  return (path) => {
    const [before = "", hash] = path.split("#");
    const separator = before.includes("?") ? "&" : "?";
    return `${before}${separator}lang=${chosen.tag}${hash === undefined ? "" : `#${hash}`}`;
  };
}
