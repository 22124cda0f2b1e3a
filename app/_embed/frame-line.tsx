"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { clearHash, fillHost } from "./fill-host";
import { listenToHost, tellHost } from "./open-host-line";

const isFramed = typeof window !== "undefined" && window.parent !== window;
if (isFramed) fillHost(location.hash);

interface Props {
  title: string;
  conversationId: number;
  children: ReactNode;
}

/** Tells the page around the frame how tall it would like to be, and what happens in it. */
export function FrameLine({ title, conversationId, children }: Props) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = content;
    if (!current || !isFramed) return;
    const stopListening = listenToHost();
    const tellHeight = () => {
      tellHost({ type: "height", height: Math.ceil(current.getBoundingClientRect().height) });
    };
    tellHost({ type: "ready", title });
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[data-own]");
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      void import("./open-own").then((module) => module.openOwn(link, conversationId));
    };
    current.addEventListener("click", onClick);
    // At once as well: while a frame is out of sight, no observer is called.
    tellHeight();
    const observer = new ResizeObserver(tellHeight);
    observer.observe(current);
    const started = setTimeout(clearHash);
    return () => {
      clearTimeout(started);
      observer.disconnect();
      current.removeEventListener("click", onClick);
      stopListening();
    };
  }, [title, conversationId]);
  return <div ref={content}>{children}</div>;
}
