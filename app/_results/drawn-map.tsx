import { type ComponentProps, memo, useRef } from "react";
import { listMovingParts } from "@/app/_map/moving-parts";
import { OpinionMap } from "@/app/_map/opinion-map";
import { useMovingLayout } from "@/app/_map/use-moving-layout";
import { drawSigns } from "@/lib/map/draw-signs";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { AgreementGround } from "./use-agreement-ground";

interface Props extends Omit<ComponentProps<typeof OpinionMap>, "layout" | "agreement" | "ref"> {
  /** As the map will be at rest. */
  target: OpinionMapLayout;
  /** How it is coloured by who agreed. */
  ground: AgreementGround | null;
}

/** The drawing that moves; what can be read and chosen on it stays as it is meanwhile. */
export const DrawnMap = memo(function DrawnMap({ target, ground, ...rest }: Props) {
  const drawing = useRef<SVGSVGElement>(null);
  const signsOf = ({ scene }: OpinionMapLayout) => (ground ? drawSigns(scene, ground.areas) : []);
  const layout = useMovingLayout(target, drawing, (moving) =>
    listMovingParts(moving, signsOf(moving)),
  );
  const { shades, notes } = ground ?? {};
  return (
    <OpinionMap
      ref={drawing}
      layout={layout}
      agreement={shades && notes ? { signs: signsOf(layout), shades, notes } : null}
      {...rest}
    />
  );
});
