import { startTransition, useEffect, useRef, useState } from "react";

/**
 * Follows a value at a calm pace: after a change it waits `restMs` and then takes the newest, so that
 * a long page is drawn anew once the map has come to rest, and not twice a second.
 */
export function useRested<Value>(value: Value, restMs: number): Value {
  const [rested, setRested] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    newest.current = value;
    if (value === rested || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      startTransition(() => setRested(newest.current));
    }, restMs);
  }, [value, rested, restMs]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return rested;
}
