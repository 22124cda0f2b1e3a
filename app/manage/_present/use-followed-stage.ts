"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const AT_MOST_EVERY_MS = 1_000;

/** Asks for the page again when somebody else changed the stage, and for the count of votes. */
export function useFollowedStage(slug: string, number: number): void {
  const router = useRouter();
  const shown = useRef(number);
  useEffect(() => {
    shown.current = number;
  }, [number]);
  useEffect(() => {
    const source = new EventSource(`/api/v1/conversations/${encodeURIComponent(slug)}/events`);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        router.refresh();
      }, AT_MOST_EVERY_MS);
    };
    source.addEventListener("session", (event) => {
      if (Object(JSON.parse(event.data)).number > shown.current) router.refresh();
    });
    for (const type of ["analysis", "statements", "conversation"]) {
      source.addEventListener(type, refresh);
    }
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [slug, router]);
}
