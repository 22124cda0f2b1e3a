"use client";

import type { ComponentProps, MouseEvent } from "react";

interface Props extends ComponentProps<"a"> {
  href: string;
  /** Id of what takes the focus where the link goes away with the choice. */
  focusNext?: string;
}

/**
 * Chooses something on the page by its address: at once where there are scripts, with a new page
 * where there are none. A hash in the address is gone to.
 */
export function SelectLink({ href, focusNext, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    followSelection(event, href);
    if (focusNext) document.getElementById(focusNext)?.focus({ preventScroll: true });
  };
  return <a href={href} onClick={follow} {...rest} />;
}

/** The page reads its address again; no server is asked. */
export function followSelection(event: MouseEvent, href: string): void {
  const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || opensElsewhere) return;
  event.preventDefault();
  window.history.pushState(null, "", href);
  const hash = href.split("#")[1];
  if (hash) requestAnimationFrame(() => goTo(hash));
}

/** As the browser does with a hash: whoever uses the keyboard goes on from there. */
function goTo(id: string): void {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView();
}
