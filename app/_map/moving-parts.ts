import type { SignMarks } from "@/lib/map/draw-signs";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { Point } from "@/lib/map/scene";
import type { Island } from "@/lib/map/shape-islands";

/** Lines of an island, the coast first; small islands have fewer. */
export const enclosures = ["coast", "most", "half", "third", "densest"] as const;

/** Names an element of the drawing, so that it can be moved: see `listMovingParts`. */
export const partOf = {
  shallows: (index: number) => `shallows-${index}`,
  land: "land",
  line: (letter: string | null, enclosure: string) => `island-${letter}-${enclosure}`,
  villages: (letter: string | null) => `villages-${letter}`,
  signs: (lean: string) => `signs-${lean}`,
  mark: (letter: string) => `mark-${letter}`,
  you: "you",
};

/** Everything that moves with the layout: the path, or the place, of each part by its name. */
export function listMovingParts(
  { shallows, islands, villages, marks, you }: OpinionMapLayout,
  signs: SignMarks[],
): Map<string, string> {
  return new Map([
    ...shallows.map((path, index) => [partOf.shallows(index), path] as const),
    ...islands.flatMap(({ letter, levels }) =>
      enclosures.map((name, index) => [partOf.line(letter, name), levels[index] ?? ""] as const),
    ),
    [partOf.land, joinCoasts(islands)],
    ...villages.map(({ letter, path }) => [partOf.villages(letter), path] as const),
    ...signs.map(({ lean, path }) => [partOf.signs(lean), path] as const),
    ...marks.map(({ letter, at }) => [partOf.mark(letter), moveTo(at)] as const),
    ...(you ? [[partOf.you, moveTo(you)] as const] : []),
  ]);
}

/** All land as one path. */
export function joinCoasts(islands: Island[]): string {
  return islands.map(({ levels }) => levels[0]).join("");
}

/** The `transform` that puts a mark in its place. */
export function moveTo([x, y]: Point): string {
  return `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
}
