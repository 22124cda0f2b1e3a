import { startTransition, useEffect, useState } from "react";
import { followEvents, type LiveState } from "@/app/_live/follow-events";
import type { Size } from "@/lib/map/scene";
import type { OverlayProgramme } from "@/lib/overlay/programme";
import type { ShownProgramme } from "./fetch-programme";
import { keepFresh } from "./keep-fresh";
import { createProgrammeReader } from "./programme-reader";

export interface ProgrammeSource {
  slug: string;
  /** What the address of the overlay asks for, its language and its token included. */
  query: string;
  token: string | null;
  /** px of the map */
  size: Size;
}

/**
 * What the overlay shows: what the page came with, then whatever is new. It asks again whenever the
 * connection is there again, for meanwhile a statement may have been taken away.
 */
export function useProgramme(
  { slug, query, token, size }: ProgrammeSource,
  initial: OverlayProgramme,
): { shown: ShownProgramme | null; isStale: boolean } {
  const [shown, setShown] = useState<ShownProgramme | null>({ programme: initial, layout: null });
  const [state, setState] = useState<LiveState>("connecting");
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const url = `/api/v1/conversations/${encodeURIComponent(slug)}/overlay?${query}`;
    const reader = createProgrammeReader();
    const freshness = keepFresh({
      read: (signal) => reader.read({ url, size }, signal),
      onFound: (found) =>
        startTransition(() => {
          setShown(found);
          setHasFailed(false);
        }),
      onFailed: () => setHasFailed(true),
    });
    const stop = followEvents(
      slug,
      {
        onState(next) {
          setState(next);
          if (next === "live") freshness.refresh();
        },
        onAnalysis: freshness.refresh,
        onChange: freshness.refresh,
      },
      token,
    );
    return () => {
      stop();
      freshness.stop();
      reader.close();
    };
  }, [slug, query, token, size]);
  return { shown, isStale: state === "stale" || hasFailed };
}
