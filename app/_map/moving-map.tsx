"use client";

import { useMemo, useRef } from "react";
import { layoutOpinionMap, type OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { MapSource, Point, Size } from "@/lib/map/scene";
import { Drawing } from "./drawing";
import { listMovingParts } from "./moving-parts";
import type { OpinionMapText } from "./opinion-map";
import { useMovingLayout } from "./use-moving-layout";

/** px; the viewBox of the map on a page */
const pageMapSize: Size = { width: 840, height: 560 };

interface Props {
  source: MapSource;
  /** Core position of the viewer. */
  you: Point | null;
  text: OpinionMapText;
  size?: Size;
  /** The map of the source in that size, where it is laid out already. */
  laidOut?: OpinionMapLayout | null;
  selected?: string | null;
  className?: string;
}

/** The map that moves to each new analysis; drawn on the server too, so it is there without scripts. */
export function MovingMap({ source, you, size = pageMapSize, laidOut, ...rest }: Props) {
  const target = useMemo(
    () => laidOut ?? layoutOpinionMap(source, size, you),
    [laidOut, source, size, you],
  );
  const drawing = useRef<SVGSVGElement>(null);
  return <Drawing ref={drawing} {...useMovingLayout(target, drawing, partsOf)} {...rest} />;
}

function partsOf(layout: OpinionMapLayout): Map<string, string> {
  return listMovingParts(layout, []);
}
