import { easeCubicInOut } from "d3-ease";
import { useEffect, useRef, useState } from "react";
import { blendLayouts } from "@/lib/map/blend-layouts";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";

const durationMs = 600;

/**
 * The layout to draw now: moves from what is shown to `target` whenever that changes. Whoever
 * prefers no motion, and a page that nobody sees, gets the target at once.
 */
export function useMovingLayout(target: OpinionMapLayout): OpinionMapLayout {
  const [shown, setShown] = useState(target);
  const current = useRef(target);
  useEffect(() => {
    const from = current.current;
    const show = (layout: OpinionMapLayout) => {
      current.current = layout;
      setShown(layout);
    };
    if (from === target) return;
    if (!isMotionWelcome() || from.scene.size.width !== target.scene.size.width) {
      show(target);
      return;
    }
    const layoutAt = blendLayouts(from, target);
    let startedAt: number | undefined;
    let frame = requestAnimationFrame(function step(now) {
      startedAt ??= now;
      const progress = Math.min((now - startedAt) / durationMs, 1);
      show(layoutAt(easeCubicInOut(progress)));
      if (progress < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}

function isMotionWelcome(): boolean {
  return !document.hidden && !matchMedia("(prefers-reduced-motion: reduce)").matches;
}
