/** What an address of ours shows. */
export type SharedPage =
  | { kind: "conversation"; slug: string; page: "vote" | "results" | "report"; lang: string | null }
  /** For those who run conversations only. */
  | { kind: "private" };

const pages = { "": "vote", "/results": "results", "/report": "report" } as const;

/**
 * Reads an address that somebody passes on.
 * @param publicUrl where this site is reached, without a slash at its end
 * @returns null for another site's, and for what stands for no conversation
 */
export function parseSharedPage(address: string, publicUrl: string): SharedPage | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  // By http or https: whoever pasted it may not know which.
  if (!/^https?:$/.test(url.protocol) || url.host !== new URL(publicUrl).host) return null;
  if (/^\/manage(\/|$)/.test(url.pathname)) return { kind: "private" };
  const [, place, encoded, rest = ""] =
    /^\/(c|embed)\/([^/]+)(\/results|\/report)?\/?$/.exec(url.pathname) ?? [];
  if (!place || !encoded) return null;
  const slug = decode(encoded);
  if (slug === null || (place === "embed" && rest !== "")) return null;
  const page = pages[rest as keyof typeof pages];
  return { kind: "conversation", slug, page, lang: url.searchParams.get("lang") };
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null; // a percent sign that encodes nothing
  }
}
