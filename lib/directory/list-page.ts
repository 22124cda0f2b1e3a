/** Conversations on one page: each has a map of about 2 kB, compressed. */
export const directoryPageSize = 24;

export interface ListPage<Entry> {
  entries: Entry[];
  /** From 1; the last one when a later one was asked for. */
  page: number;
  /** At least 1. */
  pages: number;
}

/** A part of a long list. */
export function listPage<Entry>(all: readonly Entry[], asked: number): ListPage<Entry> {
  const pages = Math.max(1, Math.ceil(all.length / directoryPageSize));
  const page = Math.min(asked, pages);
  const start = (page - 1) * directoryPageSize;
  return { entries: all.slice(start, start + directoryPageSize), page, pages };
}
