import type { Point } from "@/lib/map/scene";

/** A place on the map that can be read about, reached by keyboard, and chosen. */
export interface MapTarget {
  key: string;
  /** px of the drawing */
  at: Point;
  /** What is there, in words. */
  label: string;
  /** Where choosing it leads. */
  href: string;
  isChosen: boolean;
  /** The ground that belongs to it; a small disc around `at` by default. */
  area?: string;
  /** The statement that stands here. */
  statement?: number;
  /** Whether it is there only where the map is drawn wide. */
  isWhereWide?: boolean;
}
