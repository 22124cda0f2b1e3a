import { useEffect, useEffectEvent, useState } from "react";
import { catchUpWith, type LiveAnalysis } from "./catch-up";
import { followEvents, type LiveState } from "./follow-events";

/**
 * Follows a conversation: each new analysis is fetched once, by its immutable address, and handed
 * to `onAnalysis`; one that is overtaken while it is on its way is skipped.
 * @param version the newest one the page has; 0 for none
 */
export function useLiveAnalysis(
  slug: string,
  version: number,
  onAnalysis: (analysis: LiveAnalysis) => void,
): LiveState {
  const [state, setState] = useState<LiveState>("connecting");
  const deliver = useEffectEvent(onAnalysis);
  const firstVersion = useEffectEvent(() => version);
  useEffect(() => {
    const catchUp = catchUpWith(slug, firstVersion(), (analysis) => deliver(analysis));
    const stop = followEvents(slug, {
      versionShown: catchUp.versionShown,
      onState: setState,
      onAnalysis: catchUp.announce,
    });
    return () => {
      stop();
      catchUp.stop();
    };
  }, [slug]);
  return state;
}
