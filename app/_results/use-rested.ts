import { startTransition, useEffect, useRef, useState } from "react";

/**
 * Follows a value at a calm pace: after a change it waits `restMs` and then takes the newest, so that
 * a long page is drawn anew once the map has come to rest, and not twice a second.
 * @param paceMs at least so long lies between one time and the next
 */
export function useRested<Value>(value: Value, restMs: number, paceMs = 0): Value {
  const [rested, setRested] = useState(value);
  const takenAt = useRef(Number.NEGATIVE_INFINITY);
  const changedAt = useRef<number>(null);
  useEffect(() => {
    if (value === rested) {
      changedAt.current = null;
      return;
    }
    const now = performance.now();
    changedAt.current ??= now;
    const dueAt = Math.max(changedAt.current + restMs, takenAt.current + paceMs);
    const timer = setTimeout(() => {
      takenAt.current = performance.now();
      changedAt.current = null;
      startTransition(() => setRested(value));
    }, dueAt - now);
    return () => clearTimeout(timer);
  }, [value, rested, restMs, paceMs]);
  return rested;
}
