"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { followEvents } from "@/app/_live/follow-events";

const AT_MOST_EVERY_MS = 1_000;

/**
 * Asks for the page again when somebody else changed the stage, for the count of votes, and for what was
 * missed while there was no connection.
 * @returns whether the connection is lost
 */
export function useFollowedStage(slug: string, number: number): boolean {
  const router = useRouter();
  const shown = useRef(number);
  useEffect(() => {
    shown.current = number;
  }, [number]);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refreshSoon = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        router.refresh();
      }, AT_MOST_EVERY_MS);
    };
    let wasLost = false;
    const stop = followEvents(slug, {
      onAnalysis: refreshSoon,
      onChange: (type, data) => {
        if (type !== "session") refreshSoon();
        else if (Object(JSON.parse(data)).number > shown.current) router.refresh();
      },
      onState: (state) => {
        if (wasLost && state === "live") router.refresh();
        wasLost = state === "stale";
        // A page that is asked for without a connection would be lost with it.
        if (wasLost) {
          clearTimeout(waiting);
          waiting = undefined;
        }
        setLost(wasLost);
      },
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [slug, router]);
  return isLost;
}
