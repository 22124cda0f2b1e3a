import type { Lean } from "./lean";

/** Strokes of a sign around the origin, for a radius of 1. */
const strokes: Record<Lean, [number, number][][]> = {
  agree: [
    [
      [-0.9, 0.05],
      [-0.25, 0.75],
      [0.95, -0.8],
    ],
  ],
  disagree: [
    [
      [-0.75, -0.75],
      [0.75, 0.75],
    ],
    [
      [0.75, -0.75],
      [-0.75, 0.75],
    ],
  ],
  mixed: [
    [
      [-0.9, 0],
      [0.9, 0],
    ],
  ],
  untold: [
    [
      [0, 0],
      [0.01, 0],
    ],
  ],
};

/**
 * The sign of a vote (✓, ✕, –, or a dot for nothing told) as the `d` of an SVG path to be stroked.
 * @param x px of its middle
 * @param y px of its middle
 */
export function signPath(lean: Lean, x: number, y: number, radius: number): string {
  const at = (px: number) => Math.round(px * 10) / 10;
  return strokes[lean]
    .map((points) => {
      const corners = points.map(([dx, dy]) => `${at(x + dx * radius)},${at(y + dy * radius)}`);
      return `M${corners.join("L")}`;
    })
    .join("");
}
