import type { Point } from "@/lib/map/scene";

/** px; beyond this part of the width the label stands to the left, so that it stays on the map. */
const labelTurnsAt = 0.8;

/** Where the viewer stands: a pin with its word. */
export function YouMark({ at: [x, y], label, width }: { at: Point; label: string; width: number }) {
  const isTurned = x > width * labelTurnsAt;
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} className="pointer-events-none">
      <g className="map-mark">
        <path
          d="M0,0C-3,-9 -11,-13 -11,-22A11,11 0 1,1 11,-22C11,-13 3,-9 0,0Z"
          className="fill-ink stroke-card"
          strokeWidth={2}
        />
        <circle cy={-22} r={4} className="fill-card" />
        <text
          x={isTurned ? -17 : 17}
          y={-17}
          textAnchor={isTurned ? "end" : "start"}
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
