import { type ReactNode, type Ref, useId } from "react";
import type { SignMarks } from "@/lib/map/draw-signs";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { Shade } from "@/lib/map/shade-agreement";
import { youLabelSide } from "@/lib/map/you-label-side";
import { GroupMarkShape } from "./group-mark-shape";
import { GroupPattern } from "./group-pattern";
import { IslandShape } from "./island-shape";
import { partOf } from "./moving-parts";
import { Shading } from "./shading";
import { SignMarkShapes } from "./sign-marks";
import { Villages } from "./villages";
import { YouMark } from "./you-mark";
import "./map.css";

export interface OpinionMapText {
  title: string;
  /** What the drawing shows, in numbers and words, for those who do not see it. */
  description: string;
  /** The label beside the viewer's own place. */
  you: string;
}

/** How the map is coloured by who agreed with a statement. */
export interface AgreementLook {
  signs: SignMarks[];
  shades: Shade[];
  /** Written below a group's letter: its share; by letter. */
  notes: Record<string, string>;
}

interface Props {
  layout: OpinionMapLayout;
  text: OpinionMapText;
  /** Id of the element that says the description; without one the drawing says it itself. */
  descriptionId?: string;
  /** Letter of the group that stands out; the others fade. */
  selected?: string | null;
  agreement?: AgreementLook | null;
  /** Whether land and people step back behind what is drawn on top. */
  isBackdrop?: boolean;
  ref?: Ref<SVGSVGElement>;
  className?: string;
  /** Drawn on the land, below letters and the viewer's pin. */
  children?: ReactNode;
}

const shallowsOpacity = [0.6, 0.38, 0.2];

/** The map of opinion: groups as islands on calm water. Draws what lib/map laid out. */
export function OpinionMap({
  layout,
  text,
  descriptionId,
  selected = null,
  agreement = null,
  isBackdrop = false,
  ref,
  className,
  children,
}: Props) {
  const id = useId();
  const { size } = layout.scene;
  const isFaded = (letter: string | null) => selected !== null && selected !== letter;
  return (
    <svg
      ref={ref}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={descriptionId ?? `${id}-description`}
      className={className ?? "block h-auto w-full"}
    >
      <title id={`${id}-title`}>{text.title}</title>
      {descriptionId === undefined && <desc id={`${id}-description`}>{text.description}</desc>}
      <defs>
        {layout.scene.groups.map(({ letter }) => (
          <GroupPattern key={letter} id={`${id}-pattern-${letter}`} letter={letter} />
        ))}
      </defs>
      <g fill="none" className="stroke-shore">
        {layout.shallows.map((path, index) => (
          <path
            key={shallowsOpacity[index]}
            data-part={partOf.shallows(index)}
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
          ground={agreement ? "bare" : isBackdrop ? "pale" : "full"}
          isFaded={isFaded(island.letter)}
          isSelected={selected !== null && selected === island.letter}
        />
      ))}
      {agreement && (
        <Shading id={`${id}-land`} islands={layout.islands} shades={agreement.shades} />
      )}
      {agreement ? (
        <SignMarkShapes signs={agreement.signs} />
      ) : (
        !isBackdrop && <Villages villages={layout.villages} isFaded={isFaded} />
      )}
      {children}
      {layout.marks.map(({ letter, at }) => (
        <GroupMarkShape
          key={letter}
          letter={letter}
          at={at}
          note={agreement?.notes[letter]}
          isFaded={isFaded(letter)}
        />
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
