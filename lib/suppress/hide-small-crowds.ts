import { smallestCrowd } from "../results/tally";

/** How many people voted on one statement. */
export interface Turnout {
  /** Everybody, in a group or in none. */
  all: number;
  /** By group. */
  groups: readonly number[];
  /** How many people in all are in no group, whatever they voted on. */
  ungrouped: number;
}

/** Which crowds must not be told of. */
export interface HiddenCrowds {
  all: boolean;
  /** As `Turnout.groups`. */
  groups: boolean[];
}

/**
 * Decides which crowds of a statement are hidden: those of fewer than `smallestCrowd` voters, and, so
 * that none of them is what is left of everybody when the crowds told are subtracted, the smallest
 * other group. People in no group are a crowd of their own when there are so few of them in all: what
 * is left of everybody would be their ballots. A crowd without a vote hides nothing and is told.
 */
export function hideSmallCrowds({ all, groups, ungrouped }: Turnout): HiddenCrowds {
  const hidden = groups.map(isSmall);
  if (isSmall(all)) return { all: true, groups: groups.map((voters) => voters > 0) };
  const isAnyHidden = hidden.includes(true);
  const left = all - sum(groups.filter((_, index) => !hidden[index]));
  if (isSmall(left) && (isAnyHidden || isSmall(ungrouped))) {
    const next = findSmallest(groups, hidden);
    if (next !== -1) hidden[next] = true;
  }
  return { all: false, groups: hidden };
}

/** Where everybody who took part is: on the map, in its groups or without any, or not on it. */
export interface Whereabouts {
  /** By group; where there are none, everybody on the map as one. */
  crowds: readonly number[];
  offMap: number;
}

/** Which of these numbers must not be told. */
export interface HiddenSizes {
  /** As `Whereabouts.crowds`. */
  crowds: boolean[];
  offMap: boolean;
}

/**
 * Decides which sizes are hidden: those of fewer than `smallestCrowd` people, and, where fewer would be
 * left of all when those told are subtracted, how many are not on the map, or else the smallest crowd.
 */
export function hideSizes({ crowds, offMap }: Whereabouts): HiddenSizes {
  const hidden = { crowds: crowds.map(isSmall), offMap: isSmall(offMap) };
  const small = [...crowds, offMap].filter(isSmall);
  if (!isSmall(sum(small))) return hidden;
  if (offMap >= smallestCrowd) return { ...hidden, offMap: true };
  const next = findSmallest(crowds, hidden.crowds);
  if (next !== -1) hidden.crowds[next] = true;
  return hidden;
}

/** Whether so few people must not be told of; nobody is no crowd. */
export function isSmall(people: number): boolean {
  return people > 0 && people < smallestCrowd;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The first of the smallest groups that are told and have a vote; -1 without one. */
function findSmallest(groups: readonly number[], hidden: readonly boolean[]): number {
  let smallest = -1;
  groups.forEach((voters, index) => {
    if (hidden[index] || voters === 0) return;
    if (smallest === -1 || voters < groups[smallest]!) smallest = index;
  });
  return smallest;
}
