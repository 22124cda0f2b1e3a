import { easeCubicInOut } from "d3-ease";
import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { blendLayouts } from "@/lib/map/blend-layouts";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import { drawPartsOf } from "./draw-parts";

const durationMs = 600;

/**
 * Moves a drawing from what it shows to `target` whenever that changes. Frames on the way are drawn
 * past React: it draws anew when parts come or go, and once all is at rest. Whoever prefers no
 * motion, and a page that nobody sees, gets the target at once.
 * @param drawing the SVG that shows the layout
 * @param partsOf what `listMovingParts` says of a layout; one and the same while it says the same
 * @returns the layout for React to draw, and what to call when it has
 */
export function useMovingLayout(
  target: OpinionMapLayout,
  drawing: RefObject<SVGSVGElement | null>,
  partsOf: (layout: OpinionMapLayout) => Map<string, string>,
): { layout: OpinionMapLayout; onDrawn: () => void } {
  const [shown, setShown] = useState(target);
  const current = useRef(target);
  const [drawer] = useState(() => drawPartsOf(() => drawing.current));
  const names = useRef("");

  const onDrawn = useCallback(() => {
    drawer.forget();
    names.current = nameParts(partsOf(shown));
    if (current.current !== shown) drawer.draw(partsOf(current.current));
  }, [drawer, partsOf, shown]);

  const show = useEffectEvent((layout: OpinionMapLayout) => {
    current.current = layout;
    const parts = partsOf(layout);
    if (nameParts(parts) === names.current) drawer.draw(parts);
    else setShown(layout);
  });

  useEffect(() => {
    const from = current.current;
    if (from === target) return;
    if (!isMotionWelcome() || from.scene.size.width !== target.scene.size.width) {
      current.current = target;
      setShown(target);
      return;
    }
    const layoutAt = blendLayouts(from, target);
    let startedAt: number | undefined;
    let frame = requestAnimationFrame(function step(now) {
      startedAt ??= now;
      const progress = Math.min((now - startedAt) / durationMs, 1);
      show(layoutAt(easeCubicInOut(progress)));
      if (progress < 1) frame = requestAnimationFrame(step);
      else startTransition(() => setShown(target));
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return { layout: shown, onDrawn };
}

function nameParts(parts: Map<string, string>): string {
  return [...parts.keys()].sort().join();
}

function isMotionWelcome(): boolean {
  return !document.hidden && !matchMedia("(prefers-reduced-motion: reduce)").matches;
}
