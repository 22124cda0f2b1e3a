import { previewColors } from "../preview/preview-colors";
import type { ParticipationSpan } from "../schemas/report";

/** px */
const size = { width: 600, height: 72 };
/** A bar that is there can be seen. */
const leastHeightPx = 1;

/** When people came, as an SVG: a bar a span, as wide as it lasted and as high as people came in it. */
export function drawTimeChart(
  spans: readonly ParticipationSpan[],
  until: string,
  isRightToLeft: boolean,
): string {
  const start = Date.parse(spans[0]?.start ?? until);
  const end = Date.parse(until);
  const most = spans.reduce((top, { newcomers }) => Math.max(top, newcomers), 1);
  const place = (time: string) =>
    end > start ? (size.width * (Date.parse(time) - start)) / (end - start) : 0;
  const bars = spans.map(({ start: from, newcomers }, index) => {
    const next = spans[index + 1]?.start;
    const left = place(from);
    const width = Math.max((next === undefined ? size.width : place(next)) - left - 1, 1);
    const full = (size.height * newcomers) / most;
    const height = newcomers === 0 ? 0 : Math.max(full, leastHeightPx);
    const x = isRightToLeft ? size.width - left - width : left;
    return `<rect x="${round(x)}" y="${round(size.height - height)}" width="${round(width)}" height="${round(height)}"/>`;
  });
  const ground = `<path d="M0,${size.height + 0.5}H${size.width}" stroke="${previewColors.muted}" stroke-width="1"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height + 1}"><g fill="${previewColors.accent}">${bars.join("")}</g>${ground}</svg>`;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
