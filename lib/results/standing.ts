import type { MapSource, Point } from "@/lib/map/scene";
import { computePosition, type PositionBasis } from "@/lib/math/components/position";
import { isCrowd } from "./is-crowd";
import { findNearestGroup } from "./nearest-group";
import { votesForPlace } from "./votes-for-place";

/** What an analysis lets a person know of where they stand; `at` is a core position. */
export type Standing =
  /** Nobody has a place on the map yet. */
  | { kind: "no-map" }
  /** So many more votes are needed before a place says something about a person. */
  | { kind: "few-votes"; missing: number }
  | { kind: "no-groups"; at: Point }
  /** Further out than the people of any group. */
  | { kind: "outside"; at: Point }
  /** Nearest to a group of so few people that describing it would describe them. */
  | { kind: "small-group"; at: Point }
  | { kind: "group"; at: Point; letter: string };

/** What of an analysis tells a person where they stand; every published analysis has it. */
export type StandingBasis = PositionBasis & MapSource;

/**
 * The bound of `outside`: so many times as far from the middle of a group as any place that is
 * told or as half the way between two groups, whichever is more. Places are told for five people
 * together, so that those of a small conversation lie close to the middle; and a newcomer who was
 * asked what divides most, and passed on nothing, stands further out than the people who answered
 * all. Of 3,603 grouped people of seven real conversations the furthest is at 1.66.
 */
const furthestReach = 2;

/**
 * Says where somebody stands on the map of an analysis and with which group, from their own votes
 * alone: for the server and the browser alike.
 * The place is that of `computePosition` (MATH.md A5), so that of the analysis itself, and the group
 * the one it puts the person in: positions and middles are compared in core coordinates, since the
 * frame (MATH.md B3) only turns the map.
 * @param votes statement id and value (agree +1, pass 0, disagree -1), each statement once
 * @returns `few-votes` below min(7, statements) votes on statements that the analysis knows
 */
export function findStanding(
  votes: readonly (readonly [statement: number, value: number])[],
  basis: StandingBasis,
): Standing {
  if (basis.baseClusters.length === 0) return { kind: "no-map" };
  const known = votes.filter(([statement]) => basis.center[statement] !== undefined).length;
  const missing = Math.min(votesForPlace, basis.statementsVoted) - known;
  if (missing > 0) return { kind: "few-votes", missing };
  const at = computePosition(votes, basis);
  const group = findNearestGroup(basis, at);
  if (group === null) return { kind: "no-groups", at };
  if (isOutside(basis, at, group.center)) return { kind: "outside", at };
  if (!isCrowd(group, basis.baseClusters)) return { kind: "small-group", at };
  return { kind: "group", at, letter: group.letter };
}

/** The place to mark on the map; null where there is none to mark. */
export function placeOf(standing: Standing | null): Point | null {
  return standing !== null && "at" in standing ? standing.at : null;
}

function isOutside(source: MapSource, at: Point, nearest: Point): boolean {
  const reach = Math.max(measureReach(source), measureHalfway(source));
  return reach > 0 && measureDistance(at, nearest) > furthestReach * reach;
}

/** Of the places from the middle of their group. */
function measureReach({ baseClusters, groups }: MapSource): number {
  const distances = groups.flatMap(({ id, center }) => {
    const places = baseClusters.filter(({ group }) => group === id);
    return places.map((place) => measureDistance(place.center, center));
  });
  return Math.max(0, ...distances);
}

/** From one middle to the one furthest from it. */
function measureHalfway({ groups }: MapSource): number {
  const distances = groups.flatMap(({ center }, index) =>
    groups.slice(index + 1).map((other) => measureDistance(center, other.center) / 2),
  );
  return Math.max(0, ...distances);
}

function measureDistance([x, y]: Point, [fromX, fromY]: Point): number {
  return Math.sqrt((x - fromX) * (x - fromX) + (y - fromY) * (y - fromY));
}
