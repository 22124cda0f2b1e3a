"use client";

import { type ComponentType, useEffect, useState } from "react";
import { whenIdle } from "../_vote/when-idle";
import type { SessionProps } from "./session-slot";

/** Many only pass by where a conversation is embedded: no connection is held for those. */
const passingByMs = 8_000;

/** The code that follows a live session: at once while one runs, otherwise when the page is idle. */
export function useSessionSlot(isLive: boolean, isEmbedded: boolean) {
  const [Slot, setSlot] = useState<ComponentType<SessionProps> | null>(null);
  useEffect(() => {
    const load = () => {
      import("./session-slot").then(
        (slot) => setSlot(() => slot.default),
        () => {}, // without it the page is what it always was
      );
    };
    return isLive ? load() : whenIdle(load, isEmbedded ? passingByMs : undefined);
  }, [isEmbedded, isLive]);
  return Slot;
}
