import type { VillageMarks } from "@/lib/map/layout-opinion-map";
import { groupLook } from "./group-look";
import { partOf } from "./moving-parts";

interface Props {
  villages: VillageMarks[];
  isFaded: (letter: string | null) => boolean;
}

/** People who voted nearly alike, each group in its shape. */
export function Villages({ villages, isFaded }: Props) {
  return villages.map(({ letter, path }) => (
    <path
      key={letter}
      data-part={partOf.villages(letter)}
      d={path}
      className={`pointer-events-none ${groupLook(letter).fill}`}
      fillOpacity={isFaded(letter) ? 0.3 : 0.8}
    />
  ));
}
