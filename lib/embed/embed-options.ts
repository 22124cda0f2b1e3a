/** What an embed shows: the vote, the results, or one below the other. */
export const embedViews = ["vote", "results", "both"] as const;
export type EmbedView = (typeof embedViews)[number];

export const embedThemes = ["auto", "light", "dark"] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** What may be left out, in the order in which it stands. */
export const embedParts = [
  "title",
  "write",
  "place",
  "own",
  "map",
  "words",
  "statements",
  "footer",
] as const;
export type EmbedPart = (typeof embedParts)[number];

/** What is shown unless somebody chooses: a list of every statement is longer than most pages. */
export const usualParts: readonly EmbedPart[] = embedParts.filter((part) => part !== "statements");

/** What the address of an embed asks for. */
export interface EmbedOptions {
  view: EmbedView;
  theme: EmbedTheme;
  /** `rrggbb`; null: ours. */
  accent: string | null;
  /** Null: all of them. */
  parts: EmbedPart[] | null;
}

export type EmbedQuery = Record<string, string | string[] | undefined>;

/** Reads an address; what makes no sense falls back to the default. */
export function parseEmbedOptions({ view, theme, accent, parts }: EmbedQuery): EmbedOptions {
  const named = typeof parts === "string" ? parts.split(",").map((part) => part.trim()) : null;
  const known = named && embedParts.filter((part) => named.includes(part));
  return {
    view: embedViews.find((known) => known === view) ?? "vote",
    theme: embedThemes.find((known) => known === theme) ?? "auto",
    accent:
      typeof accent === "string" && /^#?[0-9a-f]{6}$/i.test(accent)
        ? accent.replace("#", "").toLowerCase()
        : null,
    parts: known?.length ? known : null,
  };
}

/** The options as an address holds them; defaults are left out. */
export function embedQueryOf({ view, theme, accent, parts }: EmbedOptions): URLSearchParams {
  return new URLSearchParams({
    ...(view !== "vote" && { view }),
    ...(theme !== "auto" && { theme }),
    ...(accent !== null && { accent }),
    ...(parts !== null && { parts: parts.join(",") }),
  });
}

export function showsPart(
  { parts }: { parts: readonly EmbedPart[] | null },
  part: EmbedPart,
): boolean {
  return parts === null || parts.includes(part);
}
