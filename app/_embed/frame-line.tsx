"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { clearHash, fillHost } from "./fill-host";
import { listenToHost, tellHost } from "./open-host-line";

const isFramed = typeof window !== "undefined" && window.parent !== window;
if (isFramed) fillHost(location.hash);

/** Tells the page around the frame how tall it would like to be, and what happens in it. */
export function FrameLine({ title, children }: { title: string; children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = content;
    if (!current || !isFramed) return;
    const stopListening = listenToHost();
    const tellHeight = () => {
      tellHost({ type: "height", height: Math.ceil(current.getBoundingClientRect().height) });
    };
    tellHost({ type: "ready", title });
    // At once as well: while a frame is out of sight, no observer is called.
    tellHeight();
    const observer = new ResizeObserver(tellHeight);
    observer.observe(current);
    const started = setTimeout(clearHash);
    return () => {
      clearTimeout(started);
      observer.disconnect();
      stopListening();
    };
  }, [title]);
  return <div ref={content}>{children}</div>;
}
