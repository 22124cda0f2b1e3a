import type { StatementPull } from "@/lib/map/place-statements";
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
  /** Whether more than half of the voters of every group think so; true without groups. */
  isInEveryGroup: boolean;
  /** Share of the redrawings in which it was consensus too, 0..1; null when none were made. */
  survival: number | null;
}

export interface StandpointStatement {
  statement: number;
  value: 1 | -1;
  /** 95% interval of the group's share that takes this side, 0..1. */
  low: number;
  high: number;
  /** How the group and everybody in the other groups voted on it. */
  group: Tally;
  others: Tally;
}

export interface GroupPanel {
  letter: string;
  /** people; null: it may not be told (lib/suppress) */
  size: number | null;
  /** 0..1 of the people who are in a group; null where one of both may not be told */
  share: number | null;
  /** Mean overlap with the group that came out of each redrawing, 0..1; null when none were made. */
  stability: number | null;
  standsFor: StandpointStatement[];
}

export interface DividingStatement {
  statement: number;
  /** The more agreeing group first. */
  letters: [string, string];
  /** Difference of the two agreement shares, 0..1. */
  difference: number;
  /** 95% interval of the difference; null in analyses of before there was one. */
  interval: { low: number; high: number } | null;
}

export interface UncertainStatement {
  statement: number;
  /** 0..1 of its voters, with the 95% interval */
  passShare: number;
  low: number;
  high: number;
}

/** Whether people's votes fall into groups at all. */
export interface Structure {
  /** When false there are no groups. */
  isClear: boolean;
  /** Of the test; null when none was made, or could be for lack of votes. */
  pValue: number | null;
}

/** What came out when participants were drawn anew. */
export interface Redrawings {
  /** How many showed what stays shared; 0: none were made. */
  ofShared: number;
  /** How many showed which groups come out; 0: none were made. */
  ofGroups: number;
  /** Participants drawn for each of those. */
  participants: number;
  /** How many came out with the same number of groups. */
  sameGroupCount: number;
  /** Mean adjusted Rand index with the groups shown; null without groups. */
  meanAgreement: number | null;
  /** Whether fewer were drawn than took part, and the figures are carried on to all. */
  areCarriedOn: boolean;
  /** Whether those of groups are of an earlier analysis. */
  areEarlier: boolean;
}

/** How many people are on the side of what everyone shares, on one statement at least; shares 0..1. */
export interface SharedCoverage {
  share: number;
  /** The group with the lowest share; null without groups, or when it is too small to show. */
  leastServed: { letter: string; share: number } | null;
}

/** Everything a results page says, from one analysis; statements are named by id. */
export interface ResultsView {
  version: number;
  /** ISO 8601 */
  computedAt: string;
  algorithm: { profile: string; version: string };
  /** People with a vote, people with enough votes to be on the map, current votes. */
  participants: number;
  /** Null: it may not be told (lib/suppress). */
  onMap: number | null;
  votes: number;
  structure: Structure;
  redrawings: Redrawings;
  map: MapSource;
  /** Where published statements pull, by id, ascending; none for those that weigh nothing. */
  pulls: StatementPull[];
  shared: SharedStatement[];
  /** Null when nothing is shared, and in analyses of before it was counted. */
  coverage: SharedCoverage | null;
  groups: GroupPanel[];
  dividing: DividingStatement[];
  uncertain: UncertainStatement[];
  /** Every published statement with a vote, by id, ascending. */
  statements: StatementResult[];
}
