import type { StatementPlace } from "@/lib/map/place-statements";

/** px; half of the height, and of the width a digit takes */
const halfHeight = 10;
const halfDigit = 4.5;

/** A statement's number where it stands. */
export function StatementPill({ place, isChosen }: { place: StatementPlace; isChosen: boolean }) {
  const [x, y] = place.at;
  const number = String(place.statement);
  const halfWidth = halfHeight + halfDigit * (number.length - 1);
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <g className="map-mark">
        <rect
          x={-halfWidth}
          y={-halfHeight}
          width={2 * halfWidth}
          height={2 * halfHeight}
          rx={halfHeight}
          className={isChosen ? "fill-accent stroke-card" : "fill-card stroke-ink"}
          strokeWidth={isChosen ? 2 : 1.25}
        />
        <text
          y={4.5}
          textAnchor="middle"
          fontSize={12.5}
          fontWeight={650}
          className={isChosen ? "fill-on-accent" : "fill-ink"}
        >
          {number}
        </text>
      </g>
    </g>
  );
}
