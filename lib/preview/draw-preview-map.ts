import { groupPattern, patternSidePx } from "@/lib/map/group-pattern";
import { groupShape, letterIndex, shapePath } from "@/lib/map/group-shape";
import { layoutOpinionMap, type OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { MapSource, Size } from "@/lib/map/scene";
import type { Island } from "@/lib/map/shape-islands";
import { previewColors, previewGroupColors } from "./preview-colors";
import type { Typesetter } from "./typesetter";

const badgePx = 30;
const shallowsOpacity = [0.6, 0.38, 0.2];

/**
 * The map of opinion as elements of an SVG, drawn as the pages draw it.
 * @param size px; the water around the land reaches its edges
 * @param hasPatterns for paper: groups stay apart in grey
 */
export function drawPreviewMap(
  source: MapSource,
  size: Size,
  typesetter: Typesetter,
  hasPatterns = false,
): string {
  const layout = layoutOpinionMap(source, size);
  const shallows = layout.shallows.map(
    (path, index) =>
      `<path d="${path}" fill="none" stroke="${previewColors.shore}" stroke-width="1.5" stroke-opacity="${shallowsOpacity[index] ?? 0.2}"/>`,
  );
  return [
    ...shallows,
    ...layout.islands.map((island) => drawIsland(island, hasPatterns)),
    ...layout.villages.map(drawVillages),
    ...layout.marks.map((mark) => drawBadge(mark, typesetter)),
  ].join("");
}

function drawIsland({ letter, levels }: Island, hasPatterns: boolean): string {
  const { line, ground } = lookOf(letter);
  const [coast = "", ...heights] = levels;
  const higher = heights.map(
    (height) =>
      `<path d="${height}" fill="${line}" fill-opacity="0.09" stroke="${line}" stroke-opacity="0.45" stroke-width="1"/>`,
  );
  const pattern = hasPatterns && letter !== null ? drawPattern(letter, coast) : "";
  return `<g fill-rule="evenodd"><path d="${coast}" fill="${previewColors.land}"/><path d="${coast}" fill="${ground}" fill-opacity="0.75"/>${higher.join("")}${pattern}<path d="${coast}" fill="none" stroke="${line}" stroke-width="2.5"/></g>`;
}

/** Each drawing has one map, so that the letters are ids enough. */
function drawPattern(letter: string, coast: string): string {
  const { path, strokeWidth } = groupPattern(letter);
  const side = patternSidePx;
  return `<pattern id="pattern-${letter}" width="${side}" height="${side}" patternUnits="userSpaceOnUse"><path d="${path}" fill="none" stroke="${lookOf(letter).line}" stroke-opacity="0.5" stroke-width="${strokeWidth}" stroke-linecap="round"/></pattern><path d="${coast}" fill="url(#pattern-${letter})"/>`;
}

function drawVillages({ letter, path }: OpinionMapLayout["villages"][number]): string {
  return `<path d="${path}" fill="${lookOf(letter).line}" fill-opacity="0.75"/>`;
}

function drawBadge(
  { letter, at: [x, y] }: OpinionMapLayout["marks"][number],
  typesetter: Typesetter,
): string {
  const shape = groupShape(letter);
  const isNarrow = shape === "triangle" || shape === "cross";
  const style = { sizePx: isNarrow ? 30 : 36, isBold: true };
  const baseline = y + style.sizePx * 0.36 + (shape === "triangle" ? 5 : 0);
  const left = x - typesetter.measure(letter, style) / 2;
  const text = typesetter.draw(letter, style, { x: left, y: baseline, isRightToLeft: false });
  return `<path d="${shapePath(shape, x, y, badgePx)}" fill="${previewColors.card}" stroke="${lookOf(letter).line}" stroke-width="5" stroke-linejoin="round"/><g fill="${previewColors.ink}">${text}</g>`;
}

/** Land that belongs to no group has the colour of land. */
function lookOf(letter: string | null): { line: string; ground: string } {
  if (letter === null) return { line: previewColors.shore, ground: previewColors.landHigh };
  return previewGroupColors[letterIndex(letter)]!;
}
