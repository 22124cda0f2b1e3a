import { Resvg } from "@resvg/resvg-js";
import { drawMapPicture } from "@/lib/preview/draw-map-picture";
import { drawPreview } from "@/lib/preview/draw-preview";
import type {
  MapPictureContent,
  PreviewContent,
  PreviewWidth,
} from "@/lib/preview/preview-content";
import { createTypesetter } from "./create-typesetter";

/** The preview image as a PNG. Takes tenths of a second: not for a process that answers requests. */
export function paintPreview(content: PreviewContent, width: PreviewWidth): Buffer {
  return paintSvg(drawPreview(content, createTypesetter(content.language)), width);
}

/** The picture of a map as an SVG. */
export function drawMap(content: MapPictureContent): Buffer {
  return Buffer.from(drawMapPicture(content, createTypesetter(content.language)));
}

/**
 * A drawing without text as a PNG.
 * @param width in px; without it, one pixel a unit
 */
export function paintSvg(svg: string, width?: number): Buffer {
  const fitTo = width === undefined ? undefined : { mode: "width" as const, value: width };
  return new Resvg(svg, { font: { loadSystemFonts: false }, fitTo }).render().asPng();
}
