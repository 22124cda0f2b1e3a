import type { SignMarks } from "@/lib/map/draw-signs";
import { partOf } from "./moving-parts";

const looks = {
  agree: "stroke-agree",
  disagree: "stroke-disagree",
  mixed: "stroke-pass",
  untold: "stroke-shore",
};

/** Villages as the signs of how they voted: ✓, ✕, – and dots. */
export function SignMarkShapes({ signs }: { signs: SignMarks[] }) {
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round" className="pointer-events-none">
      {signs.map(({ lean, path }) => (
        <g key={lean}>
          {lean !== "untold" && (
            <path data-part={partOf.signs(lean)} d={path} className="stroke-card" strokeWidth={5} />
          )}
          <path
            data-part={partOf.signs(lean)}
            d={path}
            className={looks[lean]}
            strokeWidth={lean === "untold" ? 5 : 2.5}
          />
        </g>
      ))}
    </g>
  );
}
