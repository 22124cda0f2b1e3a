import { readJoinCode } from "./join-code";

/** What an address of ours shows. */
export type SharedPage =
  | { kind: "conversation"; slug: string; page: PublicPage; lang: string | null }
  /** The short address of a conversation. */
  | { kind: "code"; joinCode: string; lang: string | null }
  /** For those who run conversations only. */
  | { kind: "private" };

export type PublicPage = "vote" | "results" | "report";

/** The pages of a conversation. What is about one person stands for the page where they vote. */
const pages: Record<string, PublicPage> = {
  "": "vote",
  "/results": "results",
  "/report": "report",
  "/report/pdf": "report",
  "/share": "vote",
  "/mine": "vote",
  "/my-data": "vote",
  "/resume": "vote",
};

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
    /^\/(c|embed|overlay|j)\/([^/]+)(\/.+?)?\/?$/.exec(url.pathname) ?? [];
  const name = encoded === undefined ? null : decode(encoded);
  if (!place || name === null) return null;
  const lang = url.searchParams.get("lang");
  if (place === "j") return rest === "" ? parseCode(name, lang) : null;
  const page = findPage(place, rest, url.searchParams);
  return page && { kind: "conversation", slug: name, page, lang };
}

function parseCode(typed: string, lang: string | null): SharedPage | null {
  const joinCode = readJoinCode(typed);
  return joinCode === null ? null : { kind: "code", joinCode, lang };
}

function findPage(place: string, rest: string, query: URLSearchParams): PublicPage | null {
  if (place === "c") return Object.hasOwn(pages, rest) ? pages[rest]! : null;
  if (place === "overlay") return rest === "" ? "results" : null;
  if (rest === "/mine") return "vote";
  if (rest !== "") return null;
  return query.get("view") === "results" ? "results" : "vote";
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null; // a percent sign that encodes nothing
  }
}
