"use client";

import { type ComponentType, useEffect, useState } from "react";
import { votesForPlace } from "@/lib/results/votes-for-place";
import type { StandingProps } from "../_standing/standing-panel";
import { StandingSkeleton } from "../_standing/standing-skeleton";

/** Where somebody stands. Its code comes when there is something to say; its room is there before. */
export function StandingSlot(props: StandingProps) {
  const [Panel, setPanel] = useState<ComponentType<StandingProps> | null>(null);
  const { last, voted } = props;
  const hasPlace = voted >= votesForPlace;
  useEffect(() => {
    if (Panel || (last === null && voted < votesForPlace)) return;
    const load = () =>
      import("../_standing/standing-panel").then(
        (panel) => setPanel(() => panel.default),
        () => {}, // asked for again with the next vote, or when there is a connection
      );
    void load();
    window.addEventListener("online", load);
    return () => window.removeEventListener("online", load);
  }, [Panel, last, voted]);
  if (Panel) return <Panel {...props} />;
  return (
    <div className="contents [@media(scripting:none)]:hidden">
      <StandingSkeleton hasLast={last !== null} hasPlace={hasPlace} />
    </div>
  );
}
