"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Tells the page around the frame how tall it would like to be; public/embed.js listens there. */
export function FrameHeight({ children }: { children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!content.current || window.parent === window) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const height = Math.ceil(entry.target.getBoundingClientRect().height);
      // A height is nobody's secret, and the host is not known here.
      window.parent.postMessage({ type: "plenum:height", height }, "*");
    });
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={content}>{children}</div>;
}
