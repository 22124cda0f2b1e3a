import { type RefObject, useEffect, useRef } from "react";

/** When `state` changes and what had the focus left the page with it, the focus goes to `target`. */
export function useKeptFocus(target: RefObject<HTMLElement | null>, state: unknown): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) target.current?.focus();
  }, [target, state]);
}
