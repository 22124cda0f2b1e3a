import { letterIndex } from "@/lib/map/group-shape";
import { groupLook } from "./group-look";

const sidePx = 12;

/** Lines, dots, crosses…: groups stay apart in grey print and for every eye. */
const motifs = [
  "M3,3h.01M9,9h.01",
  "M-3,3L3,-3M0,12L12,0M9,15L15,9",
  "M-3,9L3,15M0,0L12,12M9,-3L15,3",
  "M0,3h12M0,9h12",
  "M3,1v4M1,3h4M9,7v4M7,9h4",
  "M3,0v12M9,0v12",
];

/** The pattern of a group's land; `id` must be the drawing's own. */
export function GroupPattern({ id, letter }: { id: string; letter: string }) {
  const index = letterIndex(letter);
  return (
    <pattern id={id} width={sidePx} height={sidePx} patternUnits="userSpaceOnUse">
      <path
        d={motifs[index]}
        className={groupLook(letter).stroke}
        strokeWidth={index === 0 ? 2 : 1}
        strokeLinecap="round"
      />
    </pattern>
  );
}
