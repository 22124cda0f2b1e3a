"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Calls `onKey` with a single letter, digit or `Escape` pressed outside of any field.
 * @returns whether it listens now, which it does not before the script is there
 */
export function useSingleKeys(isOn: boolean, onKey: (key: string) => void): boolean {
  const [isListening, setIsListening] = useState(false);
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    setIsListening(isOn);
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target)) return;
      const key = nameOf(event);
      if (key) latest.current(key);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
  return isListening;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("textarea, select, input:not([type=checkbox]), [contenteditable]") !== null
  );
}

/** A keyboard that writes Chinese names its keys by other signs: then the place of the key counts. */
function nameOf({ key, code }: KeyboardEvent): string | null {
  if (key === "Escape") return key;
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? null;
}
