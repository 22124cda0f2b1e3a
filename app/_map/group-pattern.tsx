import { groupPattern, patternSidePx } from "@/lib/map/group-pattern";
import { groupLook } from "./group-look";

/** The pattern of a group's land; `id` must be the drawing's own. */
export function GroupPattern({ id, letter }: { id: string; letter: string }) {
  const { path, strokeWidth } = groupPattern(letter);
  return (
    <pattern id={id} width={patternSidePx} height={patternSidePx} patternUnits="userSpaceOnUse">
      <path
        d={path}
        className={groupLook(letter).stroke}
        strokeWidth={strokeWidth}
        strokeLinecap="round"
      />
    </pattern>
  );
}
