"use client";

import type { ComponentProps, MouseEvent } from "react";

interface Props extends ComponentProps<"a"> {
  href: string;
}

/**
 * Chooses something on the page by its address: at once where there are scripts, with a new page
 * where there are none. A hash in the address is gone to.
 */
export function SelectLink({ href, ...rest }: Props) {
  return <a href={href} onClick={(event) => followSelection(event, href)} {...rest} />;
}

/** The page reads its address again; no server is asked. */
export function followSelection(event: MouseEvent, href: string): void {
  const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || opensElsewhere) return;
  event.preventDefault();
  window.history.pushState(null, "", href);
  const hash = href.split("#")[1];
  if (hash) requestAnimationFrame(() => document.getElementById(hash)?.scrollIntoView());
}
