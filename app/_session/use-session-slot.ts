"use client";

import { type ComponentType, useEffect, useState } from "react";
import { whenIdle } from "../_vote/when-idle";
import type { SessionProps } from "./session-slot";

/**
 * The code that follows a live session: at once while one runs, otherwise when the page is idle. Pages
 * of others hold no connection for a live session that may come.
 */
export function useSessionSlot(isLive: boolean, isEmbedded: boolean) {
  const [Slot, setSlot] = useState<ComponentType<SessionProps> | null>(null);
  useEffect(() => {
    if (isEmbedded && !isLive) return;
    const load = () => {
      import("./session-slot").then(
        (slot) => setSlot(() => slot.default),
        () => {}, // without it the page is what it always was
      );
    };
    return isLive ? load() : whenIdle(load);
  }, [isEmbedded, isLive]);
  return Slot;
}
