import { useEffect, useState } from "react";

/**
 * Follows a value once it has stood still for a while: somebody who is typing is not talked to.
 * @param isHeld an input method is still making characters of what is typed
 */
export function useCalm<Value>(value: Value, restMs: number, isHeld: boolean): Value {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => setCalm(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs, isHeld]);
  return calm;
}
