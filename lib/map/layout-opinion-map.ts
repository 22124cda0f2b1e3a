import { createScene } from "./create-scene";
import { type DensityLayer, measureDensity } from "./density";
import { findHeart } from "./find-heart";
import { groupShape, shapePath } from "./group-shape";
import type { MapScene, MapSource, Point, Size, Village } from "./scene";
import { place } from "./scene";
import { separateMarks } from "./separate-marks";
import { fullDetail, type Island, shapeIslands } from "./shape-islands";

/** px radius of a village of one person, and of the largest, on a drawing 600 px high. */
const smallestVillagePx = 1.6;
const largestVillagePx = 6.5;
const referenceHeightPx = 600;

/** Badges stand at least this far apart, as a part of the shorter side. */
const markDistanceShare = 0.12;

export interface GroupMark {
  letter: string;
  /** people */
  size: number;
  /** px; the middle of the letter's badge */
  at: Point;
}

export interface VillageMarks {
  /** null: in no group */
  letter: string | null;
  /** All villages of the group as one SVG path. */
  path: string;
}

/** Everything there is to draw, in px of the scene's size. */
export interface OpinionMapLayout {
  scene: MapScene;
  islands: Island[];
  /** Lines around all coasts, nearest first. */
  shallows: string[];
  villages: VillageMarks[];
  /** By letter, ascending. */
  marks: GroupMark[];
  /** px; null when the viewer has no place on the map */
  you: Point | null;
}

/**
 * Lays out the map of opinion of an analysis. The same analysis and size give the same bytes.
 * @param size px; both sides positive
 * @param you core position of the viewer (see lib/math/components/position.ts)
 * @returns empty lists, hence open water, for an analysis without base clusters
 */
export function layoutOpinionMap(
  source: MapSource,
  size: Size,
  you: Point | null = null,
): OpinionMapLayout {
  const scene = createScene(source, size);
  return layoutScene(scene, you && place(scene.view, size, you));
}

/**
 * As `layoutOpinionMap`, for a scene that is there already.
 * @param you px
 */
export function layoutScene(scene: MapScene, you: Point | null): OpinionMapLayout {
  const detail = fullDetail(scene.size);
  const density = measureDensity(scene, detail);
  return {
    scene,
    ...shapeIslands(density, detail),
    villages: drawVillages(scene),
    marks: markGroups(scene, density, you),
    you,
  };
}

function markGroups(scene: MapScene, density: DensityLayer[], you: Point | null): GroupMark[] {
  const marks = scene.groups.flatMap(({ letter, size }, index) => {
    const at = findHeart(density, index);
    return at ? [{ letter, size, at }] : [];
  });
  const distancePx = Math.min(scene.size.width, scene.size.height) * markDistanceShare;
  // A pin stands above its point.
  return separateMarks(marks, distancePx, you && [you[0], you[1] - distancePx / 3]);
}

/** Every village as a mark of its group, one path a group. */
export function drawVillages(scene: MapScene): VillageMarks[] {
  const radius = createVillageRadius(scene);
  const paths = new Map<string | null, string>();
  for (const village of scene.villages) {
    const letter = mainLetter(village);
    const shape = letter === null ? "circle" : groupShape(letter);
    const path = shapePath(shape, village.x, village.y, radius(village));
    paths.set(letter, (paths.get(letter) ?? "") + path);
  }
  return [...paths].map(([letter, path]) => ({ letter, path }));
}

/** Area grows with people: the radius with the square root of their part of the whole. */
function createVillageRadius({ villages, size }: MapScene): (village: Village) => number {
  const heaviest = villages.reduce((most, village) => Math.max(most, village.weight), 1);
  const unit = Math.min(size.width, size.height) / referenceHeightPx;
  return ({ weight }) => {
    // A village that is still growing is smaller than one person.
    const growing = Math.min(weight, 1);
    const share = Math.sqrt(weight / Math.max(heaviest, 12));
    return unit * growing * (smallestVillagePx + (largestVillagePx - smallestVillagePx) * share);
  };
}

function mainLetter(village: Village): string | null {
  let main: string | null = null;
  for (const [letter, share] of Object.entries(village.shares)) {
    if (main === null || share > village.shares[main]!) main = letter;
  }
  return main;
}
