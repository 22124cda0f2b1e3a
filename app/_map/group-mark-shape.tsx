import type { Point } from "@/lib/map/scene";
import { BadgeShape } from "./group-badge";
import { moveTo, partOf } from "./moving-parts";

interface Props {
  letter: string;
  /** px */
  at: Point;
  /** A few characters below the letter. */
  note?: string | undefined;
  isFaded: boolean;
}

/** A group's letter where its people are. */
export function GroupMarkShape({ letter, at, note, isFaded }: Props) {
  return (
    <g data-part={partOf.mark(letter)} transform={moveTo(at)}>
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
