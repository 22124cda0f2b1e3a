import { useEffect, useRef, useState } from "react";

/** Whether a value has changed since the page came and less than `restMs` ago. */
export function useIsChanging(value: unknown, restMs: number): boolean {
  const first = useRef(value);
  const [isChanging, setIsChanging] = useState(false);
  useEffect(() => {
    if (value === first.current) return;
    setIsChanging(true);
    const timer = setTimeout(() => setIsChanging(false), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return isChanging;
}
