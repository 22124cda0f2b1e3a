import { useEffect, useEffectEvent, useState } from "react";
import type { OverlayStatement } from "@/lib/overlay/programme";

/**
 * Whose turn it is: each statement stands for so long, then the next one. One that is still among them
 * keeps its turn when others come; one that is gone loses it at once.
 */
export function useTurn(turns: OverlayStatement[], holdSeconds: number): OverlayStatement | null {
  const [current, setCurrent] = useState<number | null>(null);
  const passOn = useEffectEvent(() => {
    const index = turns.findIndex(
      ({ statement }) => statement === (current ?? turns[0]?.statement),
    );
    setCurrent(turns[(index + 1) % Math.max(turns.length, 1)]?.statement ?? null);
  });
  useEffect(() => {
    const timer = setInterval(() => passOn(), holdSeconds * 1000);
    return () => clearInterval(timer);
  }, [holdSeconds]);
  return turns.find(({ statement }) => statement === current) ?? turns[0] ?? null;
}
