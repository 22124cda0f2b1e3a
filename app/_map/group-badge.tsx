import { groupShape, shapePath } from "@/lib/map/group-shape";
import { groupLook } from "./group-look";

const radiusPx = 15;

/** A group's letter in its shape and colour, as the map shows it. Decoration beside its name. */
export function GroupBadge({ letter, className }: { letter: string; className?: string }) {
  return (
    <svg viewBox="-20 -20 40 40" className={className ?? "size-9 shrink-0"} aria-hidden="true">
      <BadgeShape letter={letter} />
    </svg>
  );
}

/** The badge around the origin, within a drawing. */
export function BadgeShape({ letter }: { letter: string }) {
  const look = groupLook(letter);
  const shape = groupShape(letter);
  return (
    <>
      <path
        d={shapePath(shape, 0, 0, radiusPx)}
        className={`fill-card ${look.stroke}`}
        strokeWidth={2.5}
        strokeLinejoin="round"
      />
      <text
        y={shape === "triangle" ? 9 : 6.5}
        textAnchor="middle"
        fontSize={shape === "triangle" || shape === "cross" ? 15 : 18}
        fontWeight={700}
        className="fill-ink"
      >
        {letter}
      </text>
    </>
  );
}
