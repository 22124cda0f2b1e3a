"use client";

import { useMemo } from "react";
import { layoutOpinionMap } from "@/lib/map/layout-opinion-map";
import type { MapSource, Point, Size } from "@/lib/map/scene";
import { OpinionMap, type OpinionMapText } from "./opinion-map";
import { useMovingLayout } from "./use-moving-layout";

/** px; the viewBox of the map on a page */
const pageMapSize: Size = { width: 840, height: 560 };

interface Props {
  source: MapSource;
  /** Core position of the viewer. */
  you: Point | null;
  text: OpinionMapText;
  size?: Size;
  selected?: string | null;
  className?: string;
}

/** The map that moves to each new analysis; drawn on the server too, so it is there without scripts. */
export function MovingMap({ source, you, size = pageMapSize, ...rest }: Props) {
  const target = useMemo(() => layoutOpinionMap(source, size, you), [source, size, you]);
  return <OpinionMap layout={useMovingLayout(target)} {...rest} />;
}
