/** Marks that stay apart without colour. A letter keeps its shape as it keeps its colour. */
export const groupShapes = ["circle", "square", "diamond", "hexagon", "triangle", "cross"] as const;
export type GroupShape = (typeof groupShapes)[number];

/** Corners for a mark of about the area of a circle of radius 1. */
const corners: Record<Exclude<GroupShape, "circle">, [number, number][]> = {
  square: [
    [-0.89, -0.89],
    [0.89, -0.89],
    [0.89, 0.89],
    [-0.89, 0.89],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  hexagon: [
    [-0.55, -0.95],
    [0.55, -0.95],
    [1.1, 0],
    [0.55, 0.95],
    [-0.55, 0.95],
    [-1.1, 0],
  ],
  triangle: [
    [0, -1.45],
    [1.3, 0.85],
    [-1.3, 0.85],
  ],
  cross: [
    [-0.45, -1.2],
    [0.45, -1.2],
    [0.45, -0.45],
    [1.2, -0.45],
    [1.2, 0.45],
    [0.45, 0.45],
    [0.45, 1.2],
    [-0.45, 1.2],
    [-0.45, 0.45],
    [-1.2, 0.45],
    [-1.2, -0.45],
    [-0.45, -0.45],
  ],
};

/** 0 for A, 5 for F; letters after F begin again. Anything but a letter counts as A. */
export function letterIndex(letter: string): number {
  const index = letter.charCodeAt(0) - "A".charCodeAt(0);
  return index >= 0 && index < 26 ? index % groupShapes.length : 0;
}

export function groupShape(letter: string): GroupShape {
  return groupShapes[letterIndex(letter)]!;
}

/**
 * The outline of a mark as the `d` of an SVG path.
 * @param x px of its middle
 * @param y px of its middle
 * @param radius px; the area is about that of a circle of this radius
 */
export function shapePath(shape: GroupShape, x: number, y: number, radius: number): string {
  const at = (px: number) => Math.round(px * 10) / 10;
  if (shape === "circle") {
    const r = at(radius);
    return `M${at(x - r)},${at(y)}a${r},${r} 0 1,0 ${at(2 * r)},0a${r},${r} 0 1,0 ${at(-2 * r)},0Z`;
  }
  const points = corners[shape].map(([dx, dy]) => `${at(x + dx * radius)},${at(y + dy * radius)}`);
  return `M${points.join("L")}Z`;
}
