import type { Point } from "@/lib/map/scene";
import { moveTo, partOf } from "./moving-parts";

interface Props {
  at: Point;
  label: string;
  side: "left" | "right";
}

/** Where the viewer stands: a pin with its word. */
export function YouMark({ at, label, side }: Props) {
  return (
    <g data-part={partOf.you} transform={moveTo(at)} className="pointer-events-none">
      <g className="map-mark">
        <path
          d="M0,0C-3,-9 -11,-13 -11,-22A11,11 0 1,1 11,-22C11,-13 3,-9 0,0Z"
          className="fill-ink stroke-card"
          strokeWidth={2}
        />
        <circle cy={-22} r={4} className="fill-card" />
        <text
          x={side === "left" ? -17 : 17}
          y={-17}
          direction="ltr" // not the page's, which would turn the anchor
          textAnchor={side === "left" ? "end" : "start"}
          fontSize={16}
          fontWeight={700}
          strokeWidth={4}
          strokeLinejoin="round"
          paintOrder="stroke"
          className="fill-ink stroke-card"
        >
          {label}
        </text>
      </g>
    </g>
  );
}
