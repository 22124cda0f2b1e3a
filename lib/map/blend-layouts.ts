import { interpolateNumber } from "d3-interpolate";
import { blendLand } from "./blend-land";
import { drawVillages, type GroupMark, type OpinionMapLayout } from "./layout-opinion-map";
import { matchVillages, type VillagePair } from "./match-villages";
import type { MapScene, Point, SceneGroup, Village } from "./scene";

/**
 * Prepares the way from one map to the next: people move, land rises and sinks with them.
 * Both layouts must have the same size.
 * @returns the layout at a moment, 0 (exactly `from`) to 1 (exactly `to`); see `blendLand` for how
 *   land follows
 */
export function blendLayouts(
  from: OpinionMapLayout,
  to: OpinionMapLayout,
): (moment: number) => OpinionMapLayout {
  const pairs = matchVillages(from.scene.villages, to.scene.villages);
  const landAt = blendLand(from, to);
  return (moment) => {
    if (moment <= 0) return from;
    if (moment >= 1) return to;
    const scene: MapScene = {
      size: to.scene.size,
      view: to.scene.view,
      radiusPx: interpolateNumber(from.scene.radiusPx, to.scene.radiusPx)(moment),
      villages: pairs.map((pair) => blendVillage(pair, moment)),
      groups: blendGroups(from.scene.groups, to.scene.groups, moment),
    };
    return {
      scene,
      ...landAt(moment),
      villages: drawVillages(scene),
      marks: blendMarks(from.marks, to.marks, moment),
      you: to.you && blendPoint(from.you ?? to.you, to.you, moment),
    };
  };
}

function blendVillage({ from, to }: VillagePair, moment: number): Village {
  const start = from ?? { ...to, weight: 0 };
  const end = to ?? { ...from, weight: 0 };
  const weight = interpolateNumber(start.weight, end.weight)(moment);
  return {
    id: end.id,
    x: interpolateNumber(start.x, end.x)(moment),
    y: interpolateNumber(start.y, end.y)(moment),
    weight,
    shares: blendShares(start, end, moment, weight),
  };
}

function blendShares(
  start: Village,
  end: Village,
  moment: number,
  weight: number,
): Village["shares"] {
  const shares: Village["shares"] = {};
  if (weight === 0) return shares;
  for (const letter of Object.keys({ ...start.shares, ...end.shares })) {
    const before = (start.shares[letter] ?? 0) * start.weight;
    const after = (end.shares[letter] ?? 0) * end.weight;
    shares[letter] = interpolateNumber(before, after)(moment) / weight;
  }
  return shares;
}

function blendGroups(from: SceneGroup[], to: SceneGroup[], moment: number): SceneGroup[] {
  const sizeIn = (groups: SceneGroup[], letter: string) =>
    groups.find((group) => group.letter === letter)?.size ?? 0;
  const letters = [...new Set([...from, ...to].map((group) => group.letter))].sort();
  return letters.map((letter) => ({
    letter,
    size: interpolateNumber(sizeIn(from, letter), sizeIn(to, letter))(moment),
  }));
}

/** A badge that is there before and after moves; one that comes is there at once, one that goes stays to the end. */
function blendMarks(from: GroupMark[], to: GroupMark[], moment: number): GroupMark[] {
  const letters = [...new Set([...from, ...to].map((mark) => mark.letter))].sort();
  return letters.map((letter) => {
    const after = to.find((mark) => mark.letter === letter);
    const before = from.find((mark) => mark.letter === letter) ?? after!;
    const end = after ?? before;
    return {
      letter,
      size: end.size,
      at: blendPoint(before.at, end.at, moment),
    };
  });
}

function blendPoint(from: Point, to: Point, moment: number): Point {
  return [interpolateNumber(from[0], to[0])(moment), interpolateNumber(from[1], to[1])(moment)];
}
