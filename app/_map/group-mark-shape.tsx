import type { Point } from "@/lib/map/scene";
import { BadgeShape } from "./group-badge";

interface Props {
  letter: string;
  /** px */
  at: Point;
  /** A few characters below the letter. */
  note?: string | undefined;
  isFaded: boolean;
}

/** A group's letter where its people are. */
export function GroupMarkShape({ letter, at: [x, y], note, isFaded }: Props) {
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <g className="map-mark pointer-events-none" opacity={isFaded ? 0.55 : 1}>
        <BadgeShape letter={letter} />
        {note && (
          <text
            y={36}
            textAnchor="middle"
            fontSize={15}
            fontWeight={700}
            strokeWidth={4}
            strokeLinejoin="round"
            paintOrder="stroke"
            className="fill-ink stroke-card"
          >
            {note}
          </text>
        )}
      </g>
    </g>
  );
}
