import { Resvg } from "@resvg/resvg-js";
import { drawMapPicture } from "@/lib/preview/draw-map-picture";
import { drawPreview } from "@/lib/preview/draw-preview";
import type { MapPictureContent, PreviewContent } from "@/lib/preview/preview-content";
import { createTypesetter } from "./create-typesetter";

/** The preview image as a PNG. Takes tenths of a second: not for a process that answers requests. */
export function paintPreview(content: PreviewContent): Buffer {
  return paintSvg(drawPreview(content, createTypesetter(content.language)));
}

/** The picture of a map as an SVG. */
export function drawMap(content: MapPictureContent): Buffer {
  return Buffer.from(drawMapPicture(content, createTypesetter(content.language)));
}

/** A drawing without text as a PNG, one pixel a unit. */
export function paintSvg(svg: string): Buffer {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
