import { type EmbedOptions, embedQueryOf, parseEmbedOptions } from "../embed/embed-options";
import { parseStatementSort, type StatementSort } from "./sort-statements";

/** What a reader has chosen on the results page; all of it lives in the address. */
export interface Selection {
  view: "map" | "table";
  /** What stands on the map, or in its table. */
  layer: "people" | "statements";
  /** Letter of a group. */
  group: string | null;
  statement: number | null;
  sort: StatementSort;
  /** Whether a long list is shown whole. */
  isWhole: boolean;
  /** The language chosen in the address, carried along. */
  lang: string | null;
  /** What the address of a frame asks for, carried along; null on a page of our own. */
  embed: EmbedOptions | null;
}

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads an address; what makes no sense falls back to the default. */
export function parseSelection(params: SearchParams): Selection {
  const { view, layer, group, statement, sort, list, lang } = params;
  // In a frame `view` says what it shows at all.
  const isFrame = view === "results" || view === "both";
  return {
    view: (isFrame ? params.as : view) === "table" ? "table" : "map",
    layer: layer === "statements" ? "statements" : "people",
    group: typeof group === "string" && /^[A-Z]$/.test(group) ? group : null,
    statement:
      typeof statement === "string" && /^\d{1,9}$/.test(statement) ? Number(statement) : null,
    sort: parseStatementSort(typeof sort === "string" ? sort : undefined),
    isWhole: list === "all",
    lang: typeof lang === "string" ? lang : null,
    embed: isFrame ? parseEmbedOptions(params) : null,
  };
}

/**
 * The address of the same page with something chosen otherwise.
 * @param hash where on the page it leads, without `#`
 */
export function selectionHref(
  selection: Selection,
  change: Partial<Selection>,
  hash?: string,
): string {
  const next = { ...selection, ...change };
  const query = next.embed ? embedQueryOf(next.embed) : new URLSearchParams();
  if (next.view !== "map") query.set(next.embed ? "as" : "view", next.view);
  if (next.layer !== "people") query.set("layer", next.layer);
  if (next.group !== null) query.set("group", next.group);
  if (next.statement !== null) query.set("statement", String(next.statement));
  if (next.sort !== "number") query.set("sort", next.sort);
  if (next.isWhole) query.set("list", "all");
  if (next.lang !== null) query.set("lang", next.lang);
  return `?${query}${hash ? `#${hash}` : ""}`;
}
