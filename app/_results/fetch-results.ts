import { fetchAnalysis } from "@/app/_map/fetch-analysis";
import { layoutOpinionMap, type OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { Size } from "@/lib/map/scene";
import { createResultsView } from "@/lib/results/create-results-view";
import type { ResultsView } from "@/lib/results/results-view";
import { findStanding, placeOf, type Standing } from "@/lib/results/standing";
import type { VoteValue } from "@/lib/schemas/vote";

/** What a page asks for, as it can be sent to a worker. */
export interface ResultsRequest {
  slug: string;
  version: number;
  /** Ids of the statements that may be shown. */
  statements: number[];
  /** The viewer's; none where they have no pin on the map. */
  ownVotes: [number, VoteValue][];
  /** px of the map */
  size: Size;
  /** That say who asks, where no cookie does. */
  headers?: Record<string, string>;
}

/** One analysis as a page says and draws it. */
export interface LiveResults {
  version: number;
  view: ResultsView;
  /** Null without votes. */
  standing: Standing | null;
  layout: OpinionMapLayout;
  /** Ids of those that the page has no words for. */
  unknownStatements: number[];
}

/**
 * Fetches an analysis and makes of it what a page shows.
 * @throws Error when it cannot be had
 */
export async function fetchResults(
  { slug, version, statements, ownVotes, size, headers }: ResultsRequest,
  signal: AbortSignal,
): Promise<LiveResults> {
  const found = await fetchAnalysis(slug, version, { signal, headers });
  const known = new Set(statements);
  const { statementTotals, moderatedOut } = found.analysis;
  const view = createResultsView(found, (id) => known.has(id));
  const standing = ownVotes.length > 0 ? findStanding(ownVotes, found.analysis) : null;
  return {
    version: found.version,
    view,
    standing,
    layout: layoutOpinionMap(view.map, size, placeOf(standing)),
    unknownStatements: Object.keys(statementTotals)
      .map(Number)
      .filter((id) => !known.has(id) && !moderatedOut.includes(id)),
  };
}
