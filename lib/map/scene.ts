import type { PublicAnalysis } from "@/lib/schemas/analysis";

/** Width and height in px of the drawing's own coordinate system (its viewBox). */
export interface Size {
  width: number;
  height: number;
}

export type Point = [number, number];

/** What of an analysis the map needs. */
export type MapSource = Pick<PublicAnalysis, "baseClusters" | "groups" | "frame">;

/** A base cluster on the map: people who voted nearly alike. */
export interface Village {
  id: number;
  /** px from the left and from the top */
  x: number;
  y: number;
  /** People. Fractional only while one scene turns into the next. */
  weight: number;
  /**
   * Share of its people in each group, by letter; they sum to 1, or the record is empty when no
   * groups are reported. Mixed only while one scene turns into the next.
   */
  shares: Record<string, number>;
}

/** A group as the map knows it. Letters, not ids, last for the life of a conversation. */
export interface SceneGroup {
  letter: string;
  /** people */
  size: number;
}

/** Everything that decides the drawing: numbers that can be blended with those of another scene. */
export interface MapScene {
  size: Size;
  view: View;
  /** Reach in px of one village's influence on the density. */
  radiusPx: number;
  /** By id, ascending. */
  villages: Village[];
  /** By letter, ascending. */
  groups: SceneGroup[];
}

/** Where core coordinates stand on the drawing: equal scale on both axes. */
export interface View {
  /** Turns core coordinates before they are placed (frame.matrix). */
  matrix: [Point, Point];
  /** px a unit */
  scale: number;
  /** Turned coordinates at the middle of the drawing. */
  center: Point;
  /** px on every side that the fitted people leave free */
  marginPx: number;
}

/** Turns a core position as the frame says: [x', y'] = matrix · [x, y]. */
export function turn(matrix: View["matrix"], [x, y]: Point): Point {
  const [[a, b], [c, d]] = matrix;
  return [a * x + b * y, c * x + d * y];
}

/**
 * Places a core position on the drawing, in px; y points down on screens. Within the view's margin
 * it is linear; what lies beyond is drawn ever closer together, so that nobody falls off the map
 * and nobody's neighbours change sides.
 */
export function place(view: View, size: Size, position: Point): Point {
  const [x, y] = turn(view.matrix, position);
  return [
    bringIn(size.width / 2 + (x - view.center[0]) * view.scale, size.width, view.marginPx),
    bringIn(size.height / 2 - (y - view.center[1]) * view.scale, size.height, view.marginPx),
  ];
}

/** The part of the margin that people beyond the view may use; the rest is their coast's. */
const usableMargin = 0.4;

function bringIn(px: number, length: number, marginPx: number): number {
  if (px < marginPx) return marginPx - squeeze(marginPx - px, marginPx * usableMargin);
  const far = length - marginPx;
  return px > far ? far + squeeze(px - far, marginPx * usableMargin) : px;
}

/** 0 at 0 with slope 1, never reaching `limit`. */
function squeeze(excess: number, limit: number): number {
  return (excess * limit) / (excess + limit);
}
