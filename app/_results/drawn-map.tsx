import { type ComponentProps, memo, useMemo } from "react";
import { OpinionMap } from "@/app/_map/opinion-map";
import { useMovingLayout } from "@/app/_map/use-moving-layout";
import { drawSigns } from "@/lib/map/draw-signs";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { AgreementGround } from "./use-agreement-ground";

interface Props extends Omit<ComponentProps<typeof OpinionMap>, "layout" | "agreement"> {
  /** As the map will be at rest. */
  target: OpinionMapLayout;
  /** How it is coloured by who agreed. */
  ground: AgreementGround | null;
}

/** The drawing that moves; what can be read and chosen on it stays as it is meanwhile. */
export const DrawnMap = memo(function DrawnMap({ target, ground, ...rest }: Props) {
  const layout = useMovingLayout(target);
  const agreement = useMemo(
    () =>
      ground && {
        signs: drawSigns(layout.scene, ground.areas),
        shades: ground.shades,
        notes: ground.notes,
      },
    [ground, layout],
  );
  return <OpinionMap layout={layout} agreement={agreement} {...rest} />;
});
