import type { LabelledStatements } from "@/lib/map/label-statements";
import type { StatementPlace } from "@/lib/map/place-statements";
import { StatementPill } from "./statement-pill";

interface Props {
  statements: LabelledStatements;
  /** The statement that stands out, whatever it covers. */
  chosen: StatementPlace | null;
}

/** Statements where they stand: a dot each, numbers where there is room for them. */
export function StatementMarks({ statements: { dots, everywhere, whereWide }, chosen }: Props) {
  return (
    <g className="pointer-events-none">
      <path
        d={dots}
        fill="none"
        strokeWidth={7}
        strokeLinecap="round"
        className="stroke-ink"
        strokeOpacity={0.55}
      />
      {whereWide.map((place) => (
        <g key={place.statement} className="map-where-wide">
          <StatementPill place={place} isChosen={false} />
        </g>
      ))}
      {everywhere.map((place) => (
        <StatementPill key={place.statement} place={place} isChosen={false} />
      ))}
      {chosen && <StatementPill place={chosen} isChosen />}
    </g>
  );
}
