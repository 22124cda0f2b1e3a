import type { Locale } from "@/lib/i18n/locales";
import type { MapSource, Size } from "@/lib/map/scene";
import { drawPreviewMap } from "@/lib/preview/draw-preview-map";
import { previewColors } from "@/lib/preview/preview-colors";
import { createTypesetter } from "@/server/preview/create-typesetter";

/** px; flat enough to leave room on its page */
const size: Size = { width: 900, height: 420 };

/** The map of opinion on its water, as an SVG. */
export function drawReportMap(source: MapSource, locale: Locale): string {
  const map = drawPreviewMap(source, size, createTypesetter(locale), true);
  const water = `<rect width="${size.width}" height="${size.height}" fill="${previewColors.water}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}">${water}${map}</svg>`;
}
