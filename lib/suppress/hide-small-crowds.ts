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
  const isRestSmall = ungrouped > 0 && ungrouped < smallestCrowd;
  const isAnyHidden = hidden.includes(true);
  const left = all - sum(groups.filter((_, index) => !hidden[index]));
  if (isSmall(left) && (isAnyHidden || isRestSmall)) {
    const next = findSmallest(groups, hidden);
    if (next !== -1) hidden[next] = true;
  }
  return { all: false, groups: hidden };
}

function isSmall(voters: number): boolean {
  return voters > 0 && voters < smallestCrowd;
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
