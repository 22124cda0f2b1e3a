import { escapeXml } from "../format/escape-xml";
import { drawPreviewMap } from "./draw-preview-map";
import { previewColors } from "./preview-colors";
import type { MapPictureContent } from "./preview-content";
import type { TextStyle, Typesetter } from "./typesetter";
import { wrapLines } from "./wrap-lines";

const sea = { width: 1600, height: 960 };
const marginPx = 48;
const lineHeight = 1.4;
const titleStyle: TextStyle = { sizePx: 34, isBold: true };
const noteStyle: TextStyle = { sizePx: 20, isBold: false };

/**
 * The map of opinion as an SVG of its own: the map, and below it what it is of. All that is drawn are
 * outlines, so it looks the same everywhere; its title and description can be read aloud.
 */
export function drawMapPicture(content: MapPictureContent, typesetter: Typesetter): string {
  const { title, description, notes, map } = content;
  const lines = [
    ...setLines(title, titleStyle, typesetter),
    ...notes.flatMap((note) => setLines(note, noteStyle, typesetter)),
  ];
  let y = sea.height + marginPx / 2;
  const drawn = lines.map(({ text, style }) => {
    y += style.sizePx * lineHeight;
    return drawLine(text, style, y, typesetter);
  });
  const height = Math.ceil(y + marginPx);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sea.width}" height="${height}" viewBox="0 0 ${sea.width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    `<rect width="${sea.width}" height="${height}" fill="${previewColors.paper}"/>`,
    `<svg width="${sea.width}" height="${sea.height}" viewBox="0 0 ${sea.width} ${sea.height}"><rect width="${sea.width}" height="${sea.height}" fill="${previewColors.water}"/>${drawPreviewMap(map, sea, typesetter)}</svg>`,
    ...drawn,
    "</svg>",
  ].join("");
}

function setLines(text: string, style: TextStyle, typesetter: Typesetter) {
  const measure = (part: string) => typesetter.measure(part, style);
  const room = { widthPx: sea.width - 2 * marginPx, mostLines: 3, measure };
  return wrapLines(text, room).lines.map((line) => ({ text: line, style }));
}

function drawLine(text: string, style: TextStyle, y: number, typesetter: Typesetter): string {
  const isRightToLeft = typesetter.isRightToLeft(text);
  const x = isRightToLeft ? sea.width - marginPx - typesetter.measure(text, style) : marginPx;
  const fill = style === titleStyle ? previewColors.ink : previewColors.muted;
  return `<g fill="${fill}">${typesetter.draw(text, style, { x, y, isRightToLeft })}</g>`;
}
