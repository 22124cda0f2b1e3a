import type { Island } from "@/lib/map/shape-islands";
import { groupLook } from "./group-look";
import { enclosures, partOf } from "./moving-parts";

interface Props {
  island: Island;
  /** Id of the group's pattern in this drawing. */
  pattern: string | null;
  /** `pale`: behind something else; `bare`: to be coloured by something else. */
  ground: "full" | "pale" | "bare";
  isFaded: boolean;
  isSelected: boolean;
}

/** One group as land: a coast, its pattern, and ever denser ground. */
export function IslandShape({ island, pattern, ground, isFaded, isSelected }: Props) {
  const { letter, levels } = island;
  const look = groupLook(letter);
  const coast = levels[0];
  const coastPart = partOf.line(letter, enclosures[0]);
  return (
    <g fillRule="evenodd" opacity={isFaded ? 0.35 : 1}>
      <path data-part={coastPart} d={coast} className="fill-land" />
      {ground !== "bare" && (
        <path data-part={coastPart} d={coast} className={look.softFill} fillOpacity={0.75} />
      )}
      {enclosures.slice(1).map((name, index) => (
        <path
          key={name}
          data-part={partOf.line(letter, name)}
          d={levels[index + 1] ?? ""}
          className={`${ground === "bare" ? "fill-none" : look.land} ${look.stroke}`}
          fillOpacity={ground === "pale" ? 0.07 : 0.2}
          strokeOpacity={0.45}
          strokeWidth={0.8}
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {pattern && ground === "full" && (
        <path data-part={coastPart} d={coast} fill={`url(#${pattern})`} className="map-pattern" />
      )}
      <path
        data-part={coastPart}
        d={coast}
        fill="none"
        className={look.stroke}
        strokeWidth={isSelected ? 3.5 : 1.75}
        vectorEffect="non-scaling-stroke"
      />
    </g>
  );
}
