"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { followEvents } from "@/app/_live/follow-events";

const AT_MOST_EVERY_MS = 2_000;

/** Asks for the page again when something happened; a busy conversation is looked at every 2 s. */
export function LiveOverview({ slug }: { slug: string }) {
  const router = useRouter();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        router.refresh();
      }, AT_MOST_EVERY_MS);
    };
    const stop = followEvents(slug, {
      onAnalysis: refresh,
      onChange: (type) => type !== "session" && refresh(),
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [slug, router]);
  return null;
}
