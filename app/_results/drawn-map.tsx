import { type ComponentProps, createContext, memo, use, useCallback, useMemo, useRef } from "react";
import { Drawing } from "@/app/_map/drawing";
import { listMovingParts } from "@/app/_map/moving-parts";
import { useMovingLayout } from "@/app/_map/use-moving-layout";
import { drawSigns } from "@/lib/map/draw-signs";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { AgreementGround } from "./use-agreement-ground";

interface Props
  extends Omit<ComponentProps<typeof Drawing>, "layout" | "agreement" | "ref" | "onDrawn"> {
  /** How it is coloured by who agreed. */
  ground: AgreementGround | null;
}

/** Where the drawing moves to: all that is around it stays as it is meanwhile. */
export const MovementTarget = createContext<OpinionMapLayout | null>(null);

/** The drawing that moves; what can be read and chosen on it stays as it is meanwhile. */
export const DrawnMap = memo(function DrawnMap({ ground, ...rest }: Props) {
  const target = use(MovementTarget);
  if (!target) throw new Error("A drawn map needs somewhere to move to.");
  const drawing = useRef<SVGSVGElement>(null);
  const areas = ground?.areas;
  const partsOf = useCallback(
    (moving: OpinionMapLayout) =>
      listMovingParts(moving, areas ? drawSigns(moving.scene, areas) : []),
    [areas],
  );
  const { layout, onDrawn } = useMovingLayout(target, drawing, partsOf);
  const agreement = useMemo(
    () => ground && { ...ground, signs: drawSigns(layout.scene, ground.areas) },
    [ground, layout],
  );
  return (
    <Drawing ref={drawing} layout={layout} onDrawn={onDrawn} agreement={agreement} {...rest} />
  );
});
