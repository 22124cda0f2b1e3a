import { type DirectoryFilter, parseDirectoryFilter } from "./directory-filter";

/** What a reader looks for in the list of conversations. */
export interface DirectoryQuery {
  /** Words that are searched; empty: every conversation. */
  words: string;
  filter: DirectoryFilter;
  /** From 1. */
  page: number;
}

const longestWords = 200;
const highestPage = 1_000_000;

/** Reads the part of an address after its question mark; what makes no sense there is left out. */
export function parseDirectoryQuery(read: (name: string) => string | undefined): DirectoryQuery {
  const page = Number(read("page"));
  return {
    words: (read("q") ?? "").trim().slice(0, longestWords),
    filter: parseDirectoryFilter(read("state") ?? ""),
    page: Number.isInteger(page) && page > 1 ? Math.min(page, highestPage) : 1,
  };
}

/** The address of a list at `path`, changed as asked for; any change but that of the page leads to page 1. */
export function directoryHref(
  path: string,
  query: DirectoryQuery,
  change: Partial<DirectoryQuery> = {},
): string {
  const { words, filter, page } = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (words !== "") params.set("q", words);
  if (filter !== "all") params.set("state", filter);
  if (page > 1) params.set("page", String(page));
  return params.size === 0 ? path : `${path}?${params}`;
}
