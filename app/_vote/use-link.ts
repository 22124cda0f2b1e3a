"use client";

import { useCallback, useState } from "react";

/**
 * The statement that the address names, `?statement=7`.
 * @param wasMissing it was not up for a vote when the page was made
 */
export function useLink(wasMissing: boolean) {
  const [isMissing, setIsMissing] = useState(wasMissing);
  /** After the next vote the address is that of the conversation: a reload must not go back. */
  const leave = useCallback(() => {
    setIsMissing(false);
    const url = new URL(location.href);
    if (!url.searchParams.has("statement")) return;
    url.searchParams.delete("statement");
    history.replaceState(history.state, "", url);
  }, []);
  return { isMissing, leave };
}
