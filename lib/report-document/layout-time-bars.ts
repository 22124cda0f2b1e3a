import type { ParticipationSpan } from "../schemas/report";

/** px; a bar that is there can be seen */
const leastHeightPx = 1;

/**
 * A bar a span: as wide as the span lasted and as high as people came in it, with a gap of a pixel.
 * @param until when the last span ends, ISO 8601
 * @returns px in a picture of `size`, rounded to tenths; time runs from left to right
 */
export function layoutTimeBars(
  spans: readonly ParticipationSpan[],
  until: string,
  size: { width: number; height: number },
): { x: number; y: number; width: number; height: number }[] {
  const start = Date.parse(spans[0]?.start ?? until);
  const end = Date.parse(until);
  const most = spans.reduce((top, { newcomers }) => Math.max(top, newcomers), 1);
  const place = (time: string) =>
    end > start ? round((size.width * (Date.parse(time) - start)) / (end - start)) : 0;
  return spans.map(({ start: from, newcomers }, index) => {
    const next = spans[index + 1]?.start;
    const x = place(from);
    const right = next === undefined ? size.width : place(next);
    const full = round((size.height * newcomers) / most);
    const height = newcomers === 0 ? 0 : Math.max(full, leastHeightPx);
    return { x, y: round(size.height - height), width: Math.max(round(right - x - 1), 1), height };
  });
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
