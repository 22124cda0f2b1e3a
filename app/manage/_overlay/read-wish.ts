import { findLocale, type Locale } from "@/lib/i18n/locales";
import {
  formatOverlayOptions,
  type OverlayOptions,
  parseOverlayOptions,
} from "@/lib/overlay/overlay-options";

/** What the form of the page asks for; every field is a part of the page's own address. */
export interface OverlayWish {
  options: OverlayOptions;
  /** Null: the language of whoever looks on. */
  locale: Locale | null;
  isPrivate: boolean;
}

export type SearchParams = Record<string, string | string[] | undefined>;

export function readWish(search: SearchParams): OverlayWish {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const text of [value ?? []].flat()) query.append(name, text);
  }
  return {
    options: parseOverlayOptions(query),
    locale: findLocale(query.get("language"))?.tag ?? null,
    isPrivate: query.get("private") === "1",
  };
}

/** The path and query of the overlay that does so. */
export function overlayPath(
  slug: string,
  { options, locale, isPrivate }: OverlayWish,
  token: string | null,
): string {
  const query = formatOverlayOptions(options);
  if (locale) query.set("lang", locale);
  if (isPrivate && token) query.set("token", token);
  return `/overlay/${slug}${query.size > 0 ? `?${query}` : ""}`;
}
