"use client";

import { useEffect } from "react";
import { useErrorText } from "@/app/_ui/error-text";
import { StaleMark } from "./stale-mark";

const RETRY_MS = 5_000;

/** On air nobody can press "try again", and a failure of ours is not for the audience. */
export default function OverlayError({ retry }: { error: unknown; retry: () => void }) {
  const text = useErrorText();
  useEffect(() => {
    const timer = setInterval(retry, RETRY_MS);
    return () => clearInterval(timer);
  }, [retry]);
  return (
    <main id="main" data-canvas="clear" className="overlay map-overlay">
      <StaleMark text={text.stale} />
    </main>
  );
}
