import type { MapSource } from "@/lib/map/scene";

/** What the preview image of a conversation says; everything in it is public. */
export interface PreviewContent {
  title: string;
  /** Short lines below the title, the most important first. */
  facts: string[];
  /** A language of the interface: of the facts, and what decides between Han characters. */
  language: string;
  /** Null when results are not public, or before enough people have a place on the map. */
  map: MapSource | null;
}

/** px; what the large services show without cutting */
export const previewSize = { width: 1200, height: 630 } as const;

/** px; every width that the image is painted in, the widest first. All have the same shape. */
export const previewWidths = [previewSize.width, 600, 240, 120] as const;
export type PreviewWidth = (typeof previewWidths)[number];

/** px; exact, for every width is a multiple of 40 and the shape is 40 to 21 */
export function previewHeight(width: PreviewWidth): number {
  return (width * previewSize.height) / previewSize.width;
}

/** What the picture of a map says besides the map; everything in it is public. */
export interface MapPictureContent {
  title: string;
  /** The map in words, for those who do not see it. */
  description: string;
  /** Lines below the map, one below the other. */
  notes: string[];
  language: string;
  map: MapSource;
}
