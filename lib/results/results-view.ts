import type { MapSource } from "@/lib/map/scene";
import type { Tally } from "./tally";

/** One statement, as everybody and as each group voted on it. */
export interface StatementResult {
  statement: number;
  all: Tally;
  /** By letter, ascending; empty without groups, and for a statement about the participant. */
  groups: { letter: string; tally: Tally }[];
}

export interface SharedStatement {
  statement: number;
  /** What is shared: agreement (1) or disagreement (-1). */
  value: 1 | -1;
  /** 95% interval of the share, 0..1. */
  low: number;
  high: number;
  /** Whether more than half of the voters of every group think so. */
  isInEveryGroup: boolean;
}

export interface StandpointStatement {
  statement: number;
  value: 1 | -1;
  /** How the group and everybody in the other groups voted on it. */
  group: Tally;
  others: Tally;
}

export interface GroupPanel {
  letter: string;
  /** people */
  size: number;
  /** 0..1 of the people who are in a group */
  share: number;
  standsFor: StandpointStatement[];
}

export interface DividingStatement {
  statement: number;
  /** The more agreeing group first. */
  letters: [string, string];
  /** Difference of the two agreement shares, 0..1. */
  difference: number;
}

export interface UncertainStatement {
  statement: number;
  /** 0..1 of its voters */
  passShare: number;
}

/** Everything a results page says, from one analysis; statements are named by id. */
export interface ResultsView {
  version: number;
  /** ISO 8601 */
  computedAt: string;
  algorithm: { profile: string; version: string };
  /** People with a vote, people who are in a group, current votes. */
  participants: number;
  grouped: number;
  votes: number;
  map: MapSource;
  shared: SharedStatement[];
  groups: GroupPanel[];
  dividing: DividingStatement[];
  uncertain: UncertainStatement[];
  /** Every published statement with a vote, by id, ascending. */
  statements: StatementResult[];
}
