import { type ComponentProps, memo, useLayoutEffect } from "react";
import { OpinionMap } from "./opinion-map";

interface Props extends ComponentProps<typeof OpinionMap> {
  onDrawn: () => void;
}

/** A map that is moved past React: it tells whenever React has drawn it. */
export const Drawing = memo(function Drawing({ onDrawn, ...map }: Props) {
  useLayoutEffect(onDrawn);
  return <OpinionMap {...map} />;
});
