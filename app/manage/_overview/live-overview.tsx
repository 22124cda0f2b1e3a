"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const AT_MOST_EVERY_MS = 2_000;

/** Asks for the page again when something happened; a busy conversation is looked at every 2 s. */
export function LiveOverview({ slug }: { slug: string }) {
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource(`/api/v1/conversations/${encodeURIComponent(slug)}/events`);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        router.refresh();
      }, AT_MOST_EVERY_MS);
    };
    for (const type of ["analysis", "statements", "conversation"]) {
      source.addEventListener(type, refresh);
    }
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [slug, router]);
  return null;
}
