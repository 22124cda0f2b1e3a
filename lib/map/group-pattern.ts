import { letterIndex } from "./group-shape";

/** px; a tile's side */
export const patternSidePx = 12;

/** Lines, dots, crosses…: groups stay apart in grey print and for every eye. */
const motifs = [
  "M3,3h.01M9,9h.01",
  "M-3,3L3,-3M0,12L12,0M9,15L15,9",
  "M-3,9L3,15M0,0L12,12M9,-3L15,3",
  "M0,3h12M0,9h12",
  "M3,1v4M1,3h4M9,7v4M7,9h4",
  "M3,0v12M9,0v12",
];

/** A tile of the pattern of a group's land: the `d` of an SVG path and the px of its line. */
export function groupPattern(letter: string): { path: string; strokeWidth: number } {
  const index = letterIndex(letter);
  return { path: motifs[index]!, strokeWidth: index === 0 ? 2 : 1 };
}
