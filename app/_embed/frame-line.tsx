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
    const onLeave = (event: Event) => {
      const href = findOwnHref(event);
      if (href === null) return;
      event.preventDefault();
      void import("./open-own").then((module) => module.openOwn(href, conversationId));
    };
    current.addEventListener("click", onLeave);
    current.addEventListener("submit", onLeave);
    // At once as well: while a frame is out of sight, no observer is called.
    tellHeight();
    const observer = new ResizeObserver(tellHeight);
    observer.observe(current);
    const started = setTimeout(clearHash);
    return () => {
      clearTimeout(started);
      observer.disconnect();
      current.removeEventListener("click", onLeave);
      current.removeEventListener("submit", onLeave);
      stopListening();
    };
  }, [title, conversationId]);
  return <div ref={content}>{children}</div>;
}

/** Where a click or a search leads, if that is a page of this frame on which it matters who looks. */
function findOwnHref({ type, target }: Event): string | null {
  if (!(target instanceof Element)) return null;
  if (type === "submit") return searchOf(target);
  const link = target.closest("a");
  if (!link || link.target || !link.pathname.startsWith("/embed/")) return null;
  const isOther = link.pathname !== location.pathname || link.pathname.endsWith("/mine");
  return link.dataset.own !== undefined || isOther || viewOf(link) !== viewOf(location)
    ? link.href
    : null;
}

function searchOf(form: Element): string | null {
  if (!(form instanceof HTMLFormElement) || form.method !== "get") return null;
  const query = new URLSearchParams(location.search);
  query.delete("show");
  for (const [name, value] of new FormData(form)) query.set(name, String(value));
  return `${location.pathname}?${query}`;
}

const viewOf = ({ search }: { search: string }) => new URLSearchParams(search).get("view");
