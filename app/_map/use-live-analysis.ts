import { useEffect, useEffectEvent, useState } from "react";
import { followEvents, type LiveState } from "../_live/follow-events";
import { host } from "../_vote/host";
import { catchUpWith } from "./catch-up";

interface Follower<Found> {
  /** The newest version the page has; 0 for none. */
  version: number;
  /** Fetches one version, or a newer one. */
  fetchOne: (version: number, signal: AbortSignal) => Promise<Found>;
  onFound: (found: Found) => void;
}

/**
 * Follows a conversation: each new analysis is fetched once and handed to `onFound`; one that is
 * overtaken while it is on its way is skipped.
 */
export function useLiveAnalysis<Found extends { version: number }>(
  slug: string,
  { version, fetchOne, onFound }: Follower<Found>,
): LiveState {
  const [state, setState] = useState<LiveState>("connecting");
  const fetchNow = useEffectEvent(fetchOne);
  const deliver = useEffectEvent(onFound);
  const firstVersion = useEffectEvent(() => version);
  useEffect(() => {
    const catchUp = catchUpWith<Found>(
      firstVersion(),
      (wanted, signal) => fetchNow(wanted, signal),
      (found) => deliver(found),
    );
    const listener = {
      versionShown: catchUp.versionShown,
      onState: setState,
      onAnalysis: catchUp.announce,
    };
    const stop = followEvents(slug, listener, null, host.reader?.openStream);
    return () => {
      stop();
      catchUp.stop();
    };
  }, [slug]);
  return state;
}
