import { useMemo, useState } from "react";
import type { LiveAnalysis } from "@/app/_map/catch-up";
import { useLiveAnalysis } from "@/app/_map/use-live-analysis";
import { createResultsView } from "@/lib/results/create-results-view";
import { findStanding } from "@/lib/results/standing";
import type { DisclosedResults } from "./load-results";
import { useOwnVotes } from "./use-own-votes";

/**
 * The newest results: those that the page came with, then each later analysis as it is announced.
 * `live` is the analysis behind them once one has come.
 */
export function useLiveView(slug: string, initial: DisclosedResults) {
  const [live, setLive] = useState<LiveAnalysis | null>(null);
  const state = useLiveAnalysis(slug, initial.view?.version ?? 0, setLive);
  const isLater = live !== null && live.version > (initial.view?.version ?? 0);
  const ownVotes = useOwnVotes(slug, initial.ownVotes, isLater);
  const newest = useMemo(() => {
    if (!isLater) return initial;
    const { statements } = initial;
    return {
      view: createResultsView(live, (id) => statements[id] !== undefined),
      standing: ownVotes.length > 0 ? findStanding(ownVotes, live.analysis) : null,
    };
  }, [initial, live, isLater, ownVotes]);
  return { view: newest.view, standing: newest.standing, state, live };
}
