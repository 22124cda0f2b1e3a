import { useId } from "react";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import { youLabelSide } from "@/lib/map/you-label-side";
import { BadgeShape } from "./group-badge";
import { groupLook } from "./group-look";
import { GroupPattern } from "./group-pattern";
import { IslandShape } from "./island-shape";
import { YouMark } from "./you-mark";
import "./map.css";

export interface OpinionMapText {
  title: string;
  /** What the drawing shows, in numbers and words, for those who do not see it. */
  description: string;
  /** The label beside the viewer's own place. */
  you: string;
}

interface Props {
  layout: OpinionMapLayout;
  text: OpinionMapText;
  /** Letter of the group that stands out; the others fade. */
  selected?: string | null;
  className?: string;
}

const shallowsOpacity = [0.6, 0.38, 0.2];

/** The map of opinion: groups as islands on calm water. Draws what lib/map laid out. */
export function OpinionMap({ layout, text, selected = null, className }: Props) {
  const id = useId();
  const { size } = layout.scene;
  const isFaded = (letter: string | null) => selected !== null && selected !== letter;
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      className={className ?? "block h-auto w-full"}
    >
      <title id={`${id}-title`}>{text.title}</title>
      <desc id={`${id}-description`}>{text.description}</desc>
      <defs>
        {layout.scene.groups.map(({ letter }) => (
          <GroupPattern key={letter} id={`${id}-pattern-${letter}`} letter={letter} />
        ))}
      </defs>
      <g fill="none" className="stroke-shore">
        {layout.shallows.map((path, index) => (
          <path
            key={shallowsOpacity[index]}
            d={path}
            strokeOpacity={shallowsOpacity[index]}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </g>
      {layout.islands.map((island) => (
        <IslandShape
          key={island.letter}
          island={island}
          pattern={island.letter === null ? null : `${id}-pattern-${island.letter}`}
          isFaded={isFaded(island.letter)}
          isSelected={selected !== null && selected === island.letter}
        />
      ))}
      {layout.villages.map(({ letter, path }) => (
        <path
          key={letter}
          d={path}
          className={`pointer-events-none ${groupLook(letter).fill}`}
          fillOpacity={isFaded(letter) ? 0.3 : 0.8}
        />
      ))}
      {layout.marks.map(({ letter, at }) => (
        <g key={letter} transform={`translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`}>
          <g className="map-mark pointer-events-none" opacity={isFaded(letter) ? 0.55 : 1}>
            <BadgeShape letter={letter} />
          </g>
        </g>
      ))}
      {layout.you && (
        <YouMark
          at={layout.you}
          label={text.you}
          side={youLabelSide(
            layout.you,
            layout.marks.map(({ at }) => at),
            size.width,
          )}
        />
      )}
    </svg>
  );
}
