import type { Shade } from "@/lib/map/shade-agreement";
import type { Island } from "@/lib/map/shape-islands";
import { joinCoasts, partOf } from "./moving-parts";

const fills = { agree: "fill-agree", disagree: "fill-disagree" };

interface Props {
  /** Of the clip; must be the drawing's own. */
  id: string;
  islands: Island[];
  shades: Shade[];
}

/** Ground in the colour of the side that prevails there, up to the coasts. */
export function Shading({ id, islands, shades }: Props) {
  return (
    <>
      <clipPath id={id}>
        <path data-part={partOf.land} d={joinCoasts(islands)} clipRule="evenodd" />
      </clipPath>
      <g clipPath={`url(#${id})`} fillRule="evenodd" className="pointer-events-none">
        {shades.map(({ side, path }) => (
          <path key={path} d={path} className={fills[side]} fillOpacity={0.26} />
        ))}
      </g>
    </>
  );
}
