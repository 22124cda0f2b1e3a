import type { KeyboardEvent, MouseEvent } from "react";
import type { MapTarget } from "./map-target";

/** px; what a finger hits around a place, at least 24 CSS pixels wide on every map */
const discPx = 19;

interface Props {
  id: string;
  target: MapTarget;
  isStop: boolean;
  onFocus: () => void;
  onPoint: () => void;
  /** Neither pointed at nor focused any more. */
  onLeave: () => void;
  onWalk: (event: KeyboardEvent) => void;
  onChoose: (event: MouseEvent) => void;
}

/** One place as a link, with a ring around it while it has the focus. */
export function TargetLink({ id, target, isStop, ...act }: Props) {
  const { at, label, href, isChosen, area, isWhereWide } = target;
  const [x, y] = at.map((px) => px.toFixed(1));
  return (
    <a
      id={id}
      href={href}
      aria-label={label}
      aria-current={isChosen ? "true" : undefined}
      tabIndex={isStop ? 0 : -1}
      className={`map-target ${isWhereWide ? "map-where-wide" : ""}`}
      onFocus={act.onFocus}
      onBlur={act.onLeave}
      onPointerEnter={act.onPoint}
      onPointerLeave={act.onLeave}
      onKeyDown={act.onWalk}
      onClick={act.onChoose}
    >
      {area && <path d={area} fillRule="evenodd" className="fill-transparent" />}
      <g transform={`translate(${x} ${y})`}>
        <g className="map-mark">
          <circle r={discPx} className="fill-transparent" />
          <g className="map-ring">
            <circle r={21} fill="none" strokeWidth={6} className="stroke-card" />
            <circle r={21} fill="none" strokeWidth={3} className="stroke-focus" />
          </g>
        </g>
      </g>
    </a>
  );
}
