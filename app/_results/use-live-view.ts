import { startTransition, useEffect, useRef, useState } from "react";
import { useLiveAnalysis } from "@/app/_map/use-live-analysis";
import { host } from "@/app/_vote/host";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { Size } from "@/lib/map/scene";
import type { LiveResults } from "./fetch-results";
import type { DisclosedResults } from "./load-results";
import { createResultsReader, type ResultsReader } from "./results-reader";
import { useOwnVotes } from "./use-own-votes";

/**
 * The newest results: those that the page came with, then each later analysis as it is announced,
 * with its map laid out at the given size.
 * @param ownVotes the viewer's; none where the map has no pin for them
 */
export function useLiveView(
  slug: string,
  initial: DisclosedResults,
  { size, ownVotes }: { size: Size; ownVotes: DisclosedResults["ownVotes"] },
) {
  const [live, setLive] = useState<LiveResults | null>(null);
  const read = useReader();
  const loadOwnVotes = useOwnVotes(slug, ownVotes);
  const initialVersion = initial.view?.version ?? 0;
  const state = useLiveAnalysis(slug, {
    version: initialVersion,
    fetchOne: async (version, signal) => {
      const statements = Object.keys(initial.statements).map(Number);
      const [ownVotes, headers] = await Promise.all([loadOwnVotes(), host.reader?.headers()]);
      return read({ slug, version, statements, ownVotes, size, headers }, signal);
    },
    // Words and links may take a few frames: the map goes on moving meanwhile.
    onFound: (found) => startTransition(() => setLive(found)),
  });
  const { view, standing, layout, unknownStatements } =
    live && live.version > initialVersion ? live : { ...initial, ...asSent };
  return { view, standing, layout, unknownStatements, state };
}

const asSent: { layout: OpinionMapLayout | null; unknownStatements: number[] } = {
  layout: null,
  unknownStatements: [],
};

/** Reads analyses for as long as the page is shown, from the first one on. */
function useReader(): ResultsReader["read"] {
  const reader = useRef<ResultsReader>(null);
  useEffect(
    () => () => {
      reader.current?.close();
      reader.current = null;
    },
    [],
  );
  return (request, signal) => {
    reader.current ??= createResultsReader();
    return reader.current.read(request, signal);
  };
}
