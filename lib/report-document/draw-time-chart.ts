import { previewColors } from "../preview/preview-colors";
import type { ParticipationSpan } from "../schemas/report";
import { layoutTimeBars } from "./layout-time-bars";

/** px */
const size = { width: 600, height: 72 };

/** When people came, as an SVG: a bar a span, as wide as it lasted and as high as people came in it. */
export function drawTimeChart(
  spans: readonly ParticipationSpan[],
  until: string,
  isRightToLeft: boolean,
): string {
  const bars = layoutTimeBars(spans, until, size).map(({ x, y, width, height }) => {
    const left = isRightToLeft ? Math.round((size.width - x - width) * 10) / 10 : x;
    return `<rect x="${left}" y="${y}" width="${width}" height="${height}"/>`;
  });
  const ground = `<path d="M0,${size.height + 0.5}H${size.width}" stroke="${previewColors.muted}" stroke-width="1"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height + 1}"><g fill="${previewColors.accent}">${bars.join("")}</g>${ground}</svg>`;
}
