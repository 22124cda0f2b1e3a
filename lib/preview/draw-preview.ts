import { drawPreviewMap } from "./draw-preview-map";
import { drawLogo } from "./logo";
import { previewColors } from "./preview-colors";
import { type PreviewContent, previewSize } from "./preview-content";
import type { Typesetter } from "./typesetter";
import { balanceLines, wrapLines } from "./wrap-lines";

const { width, height } = previewSize;
const marginPx = 64;
/** Between the text and the water. */
const beachPx = 40;
/** Where the water begins, from the side on which reading begins. */
const shorePx = { withMap: 590, withoutMap: 860 };
const titleSizes = [64, 56, 48, 42, 36, 32];
const titleHeightPx = 305;
const lineHeight = 1.24;
const factPx = 26;
const productName = "Plenum";

/**
 * The preview image of a conversation as an SVG: its title, what may be told, and its map. Without a
 * map the title has more room beside calm water. All text becomes outlines, so whatever somebody
 * wrote is never read as markup.
 */
export function drawPreview(content: PreviewContent, typesetter: Typesetter): string {
  const isRightToLeft = typesetter.isRightToLeft(content.title);
  const shore = content.map ? shorePx.withMap : shorePx.withoutMap;
  const waterLeft = isRightToLeft ? 0 : shore;
  const sea = { width: width - shore, height };
  const land = content.map ? drawPreviewMap(content.map, sea, typesetter) : drawWaves(sea);
  const page: Page = {
    typesetter,
    isRightToLeft,
    from: isRightToLeft ? width - shore + beachPx : marginPx,
    to: isRightToLeft ? width - marginPx : shore - beachPx,
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${previewColors.paper}"/>`,
    `<svg x="${waterLeft}" width="${sea.width}" height="${height}" viewBox="0 0 ${sea.width} ${height}"><rect width="${sea.width}" height="${height}" fill="${previewColors.water}"/>${land}</svg>`,
    drawBrand(page),
    drawTitle(content.title, page),
    drawFacts(content.facts, page),
    "</svg>",
  ].join("");
}

interface Page {
  typesetter: Typesetter;
  isRightToLeft: boolean;
  /** px between which text stands */
  from: number;
  to: number;
}

function drawBrand(page: Page): string {
  const { from, to, isRightToLeft, typesetter } = page;
  const style = { sizePx: 30, isBold: true };
  const nameWidth = typesetter.measure(productName, style);
  const logo = drawLogo(isRightToLeft ? to - 48 : from, 52, 48);
  const x = isRightToLeft ? to - 62 - nameWidth : from + 62;
  const name = typesetter.draw(productName, style, { x, y: 87, isRightToLeft: false });
  return `${logo}<g fill="${previewColors.ink}">${name}</g>`;
}

function drawTitle(title: string, page: Page): string {
  const { sizePx, lines } = fitTitle(title, page);
  const style = { sizePx, isBold: true };
  const drawn = lines.map((line, index) =>
    drawLine(line, style, 132 + sizePx + index * sizePx * lineHeight, page),
  );
  return `<g fill="${previewColors.ink}">${drawn.join("")}</g>`;
}

/** The largest size at which the whole title fits; at the smallest its end may be missing. */
function fitTitle(title: string, { typesetter, from, to }: Page) {
  for (const sizePx of titleSizes) {
    const measure = (text: string) => typesetter.measure(text, { sizePx, isBold: true });
    const mostLines = Math.floor(titleHeightPx / (sizePx * lineHeight));
    const { lines, isWhole } = wrapLines(title, { widthPx: to - from, mostLines, measure });
    const isWellBroken = mostLines >= lines.length && lines.length <= 4;
    if (isWhole && (isWellBroken || sizePx <= 42)) {
      return { sizePx, lines: balanceLines(title, { widthPx: to - from, mostLines, measure }) };
    }
    if (sizePx === titleSizes.at(-1)) return { sizePx, lines };
  }
  return { sizePx: titleSizes[0]!, lines: [] };
}

function drawFacts(facts: string[], page: Page): string {
  const style = { sizePx: factPx, isBold: false };
  const measure = (text: string) => page.typesetter.measure(text, style);
  const widthPx = page.to - page.from;
  const lines = facts.flatMap((fact) => wrapLines(fact, { widthPx, mostLines: 2, measure }).lines);
  const shown = lines.slice(0, 4);
  const top = height - 60 - (shown.length - 1) * factPx * 1.4;
  const drawn = shown.map((line, index) => drawLine(line, style, top + index * factPx * 1.4, page));
  return `<g fill="${previewColors.muted}">${drawn.join("")}</g>`;
}

function drawLine(
  text: string,
  style: { sizePx: number; isBold: boolean },
  y: number,
  { typesetter, isRightToLeft, from, to }: Page,
): string {
  const x = isRightToLeft ? to - typesetter.measure(text, style) : from;
  return typesetter.draw(text, style, { x, y, isRightToLeft: typesetter.isRightToLeft(text) });
}

/** Water with nothing in it. */
function drawWaves(sea: { width: number; height: number }): string {
  const [x, y] = [sea.width * 0.62, sea.height * 0.44];
  const rings = [60, 120, 190, 270, 360, 460, 570].map((radius, index) => {
    const opacity = (0.42 - index * 0.05).toFixed(2);
    return `<ellipse cx="${x}" cy="${y}" rx="${radius}" ry="${radius * 0.86}" fill="none" stroke="${previewColors.shore}" stroke-opacity="${opacity}" stroke-width="1.5"/>`;
  });
  return rings.join("");
}
