import { layoutMiniMap, miniMapSize } from "@/lib/map/layout-mini-map";
import type { MapSource } from "@/lib/map/scene";
import { groupLook } from "./group-look";
import "./map.css";

const levels = ["coast", "half", "densest"];

/**
 * The map as the mark of a conversation: on its card, where the words beside it say what it is.
 * @param props.source the newest analysis; null before the first, or when results are not public
 */
export function MiniMap({ source, className }: { source: MapSource | null; className?: string }) {
  const land = source ? layoutMiniMap(source) : { islands: [], shallows: [] };
  return (
    <svg
      viewBox={`0 0 ${miniMapSize.width} ${miniMapSize.height}`}
      preserveAspectRatio="xMidYMid slice"
      className={`block bg-water ${className ?? "h-auto w-full"}`}
      aria-hidden="true"
    >
      {land.shallows.map((path) => (
        <path
          key={path.length}
          d={path}
          fill="none"
          className="stroke-shore"
          strokeOpacity={0.45}
        />
      ))}
      {land.islands.map(({ letter, levels: paths }) => {
        const look = groupLook(letter);
        return (
          <g key={letter} fillRule="evenodd">
            <path d={paths[0]} className="fill-land" />
            {paths.map((path, index) => (
              <path
                key={levels[index]}
                d={path}
                className={`${look.land} ${look.stroke}`}
                fillOpacity={0.2}
                strokeOpacity={index === 0 ? 1 : 0.5}
                strokeWidth={index === 0 ? 1.5 : 0.75}
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
