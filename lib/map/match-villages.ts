import type { Village } from "./scene";

/** One village before and after; either may be missing, not both. */
export type VillagePair =
  | { from: Village; to: Village }
  | { from: Village; to?: undefined }
  | { from?: undefined; to: Village };

/** Ids of base clusters may shift when somebody joins; the same id counts as this much nearer. */
const sameIdBonus = 0.5;

/**
 * Pairs the villages of two scenes of one size, nearest first, so that everybody moves as little as
 * can be. A village left over on either side stands alone.
 * @returns pairs by the id after, then the vanishing ones by the id before
 */
export function matchVillages(from: Village[], to: Village[]): VillagePair[] {
  const partner = new Map<Village, Village>();
  // Two that are each other's nearest are paired whatever becomes of the rest: nearly all, as a rule.
  for (const after of to) {
    const before = findNearest(after, from);
    if (before && findNearest(before, to) === after) partner.set(after, before);
  }
  const taken = new Set(partner.values());
  const isLeft = (village: Village) => !partner.has(village) && !taken.has(village);
  for (const { before, after } of candidates(from.filter(isLeft), to.filter(isLeft))) {
    if (partner.has(after) || taken.has(before)) continue;
    partner.set(after, before);
    taken.add(before);
  }
  const kept = to.map((after): VillagePair => {
    const before = partner.get(after);
    return before ? { from: before, to: after } : { to: after };
  });
  return [
    ...kept,
    ...from.filter((before) => !taken.has(before)).map((before) => ({ from: before })),
  ];
}

/** The first one on a tie. */
function findNearest(village: Village, others: Village[]): Village | null {
  let nearest: Village | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const distance = distanceBetween(village, other);
    if (distance < least) [nearest, least] = [other, distance];
  }
  return nearest;
}

/** Every possible pair, nearest first; ties keep the order of ids, so the result is one. */
function candidates(from: Village[], to: Village[]) {
  const pairs = to.flatMap((after) =>
    from.map((before) => ({ before, after, distance: distanceBetween(before, after) })),
  );
  return pairs.sort((a, b) => a.distance - b.distance);
}

function distanceBetween(before: Village, after: Village): number {
  const dx = before.x - after.x;
  const dy = before.y - after.y;
  return Math.sqrt(dx * dx + dy * dy) * (before.id === after.id ? sameIdBonus : 1);
}
