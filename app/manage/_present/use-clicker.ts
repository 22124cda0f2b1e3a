"use client";

import { useEffect, useRef } from "react";

/** What the forward button of a clicker for slides sends. */
const forwardKeys = new Set(["PageDown", "ArrowRight"]);

/** Calls `onForward` for the button of a clicker, unless it moves a cursor in a field. */
export function useClicker(onForward: () => void): void {
  const latest = useRef(onForward);
  useEffect(() => {
    latest.current = onForward;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!forwardKeys.has(event.key) || event.repeat || event.target !== document.body) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
