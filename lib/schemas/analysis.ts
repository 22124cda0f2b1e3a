import * as z from "zod/mini";

/**
 * The contract shared by `plenum analyze` and `GET …/analyses/{version}`.
 * Ids are as in the export; where they are keys they are strings. Votes: agree = +1.
 */

const number = z.number();
const id = z.int();
const point = z.tuple([number, number]);
/** A number for each id. */
const byId = z.record(z.string(), number);

const Component = z.object({ loadings: byId, variance: number, varianceRatio: number });

export const RepresentativeStatement = z.object({
  statement: id,
  value: z.literal([1, -1]),
  agrees: id,
  disagrees: id,
  votes: id,
  p: number,
  pTest: number,
  repness: number,
  repnessTest: number,
  best: z.boolean(),
  /** 95% Wilson interval of the share of the group's voters that votes `value`, 0..1. */
  low: z._default(number, 0),
  high: z._default(number, 1),
});
export type RepresentativeStatement = z.infer<typeof RepresentativeStatement>;

const group = { id, letter: z.string(), center: point };
/** As computed. */
export const WholeGroup = z.object({
  ...group,
  size: id,
  representative: z.array(RepresentativeStatement),
});
export type WholeGroup = z.infer<typeof WholeGroup>;

/** Without what compares it with a crowd that is too small to be told of. */
const ToldRepresentative = z.partial(RepresentativeStatement, { repness: true, repnessTest: true });

export const Group = z.object({
  ...group,
  /** Null: it is of fewer than five people, or such a number would follow from it. */
  size: z.nullable(id),
  representative: z.array(ToldRepresentative),
});
export type Group = z.infer<typeof Group>;

export const BaseCluster = z.object({
  id,
  center: point,
  /** Group id in the shown partition; null when no groups are reported. */
  group: z.nullable(id),
  members: z.optional(z.array(id)),
  /** Stands in for `members` wherever nobody's position may be published under their id. */
  count: z.optional(id),
});
export type BaseCluster = z.infer<typeof BaseCluster>;

/** Of at least five people, but where their whole group is of fewer; `count` as `size` of `Group`. */
export const ToldCluster = z.object({
  ...BaseCluster.shape,
  count: z.optional(z.nullable(id)),
});
export type ToldCluster = z.infer<typeof ToldCluster>;

export const StatementStats = z.object({
  agrees: id,
  disagrees: id,
  votes: id,
  pa: number,
  pd: number,
  pat: number,
  pdt: number,
  ra: number,
  rd: number,
  rat: number,
  rdt: number,
});
export type StatementStats = z.infer<typeof StatementStats>;

/** As `ToldRepresentative`. */
const ToldStats = z.partial(StatementStats, { ra: true, rd: true, rat: true, rdt: true });

/** How everybody voted on a statement, in a group or in none; votes - agrees - disagrees passed. */
export const StatementTotal = z.object({ agrees: id, disagrees: id, votes: id });
export type StatementTotal = z.infer<typeof StatementTotal>;

export const ConsensusStatement = z.object({
  statement: id,
  agrees: id,
  disagrees: id,
  votes: id,
  p: number,
  pTest: number,
  /** 95% Wilson interval of the share, 0..1. */
  low: number,
  high: number,
  /** Share of resamples of all participants in which it is consensus too, 0..1; null: not tried. */
  survival: z._default(z.nullable(number), null),
});
export type ConsensusStatement = z.infer<typeof ConsensusStatement>;

export const DivisiveStatement = z.object({
  statement: id,
  groups: z.tuple([id, id]),
  difference: number,
  z: number,
  /** 95% interval of the difference (Newcombe), -1..1. */
  low: z._default(number, -1),
  high: z._default(number, 1),
});
export type DivisiveStatement = z.infer<typeof DivisiveStatement>;

/** How many people voted with the consensus lists at least once; shares are 0..1. */
export const Coverage = z.object({
  share: number,
  /** By group id. */
  perGroup: byId,
  /** The worst-served group, the first of equals; null without groups. */
  worst: z.nullable(z.object({ group: id, share: number })),
});
export type Coverage = z.infer<typeof Coverage>;

/** Whether the same groups come out when the participants are drawn again. */
export const Stability = z.object({
  /** 0: not tried. */
  resamples: id,
  /** Drawn for each resample. */
  participants: z._default(id, 0),
  /**
   * 1 always the same groups, about 0 others each time; null when there are fewer than two. Of as
   * many people as there are: carried on to them where fewer were drawn.
   */
  meanAdjustedRandIndex: z.nullable(number),
  /** The mean itself, of the people drawn. */
  meanAmongDrawn: z._default(z.nullable(number), null),
  /** Mean largest Jaccard overlap with a group of the resample, 0..1, by group id. */
  perGroup: byId,
  /** Resamples in which the same number of groups fits best. */
  sameK: z._default(id, 0),
});
export type Stability = z.infer<typeof Stability>;

/** Turns and names the core result so that the map stays still for its viewers. */
export const Frame = z.object({
  matrix: z.tuple([point, point]),
  /** Letter of each group id. */
  letters: z.record(z.string(), z.string()),
  /** The shown number of groups. */
  k: id,
  /** Rule 7's smoother: the last best k, and how many analyses in a row it has won. */
  smoother: z.object({ lastK: id, lastKCount: id }),
});
export type Frame = z.infer<typeof Frame>;

/** Fields with a default are missing in analyses that were stored before they were thought of. */
const shared = {
  algorithm: z.object({
    profile: z.enum(["polis", "plenum"]),
    version: z.string(),
    parameters: z.record(z.string(), z.unknown()),
  }),
  /** With at least one vote. */
  participants: id,
  /** Known, voted on or not. */
  statements: id,
  statementsVoted: id,
  /** Voted-on statements that are rejected or metadata: seen by everybody, weighing nothing. */
  moderatedOut: z.array(id),
  /** Current votes. */
  votes: id,
  components: z.array(Component),
  center: byId,
  k: id,
  silhouettes: byId,
  structure: z.object({ clear: z.boolean(), pValue: z.nullable(number), method: z.string() }),
  /** By statement id; every statement with a vote, moderated out or not. */
  statementTotals: z.record(z.string(), StatementTotal),
  consensus: z.object({
    agree: z.array(ConsensusStatement),
    disagree: z.array(ConsensusStatement),
  }),
  divisive: z.array(DivisiveStatement),
  groupAwareConsensus: z.record(
    z.string(),
    z.object({ product: number, geometricMean: number, minimum: number }),
  ),
  extremity: byId,
  priorities: byId,
  coverage: z._default(z.nullable(Coverage), null),
  stability: Stability,
  /** A run that took over parts of an earlier one; never exported or signed. */
  approximate: z._default(z.boolean(), false),
  frame: Frame,
};

/** By group id, then statement id. */
const byGroup = <Stats extends typeof StatementStats | typeof ToldStats>(stats: Stats) =>
  z.record(z.string(), z.record(z.string(), stats));

const told = {
  ...shared,
  /** Null as `size` of `Group`: it would say how few are not on the map. */
  clustered: z.nullable(id),
  baseClusters: z.array(ToldCluster),
  groups: z.array(Group),
  statementStats: byGroup(ToldStats),
};

/** What everybody may read: no participant is named; lib/suppress leaves out what tells of few. */
export const PublicAnalysis = z.object(told);
export type PublicAnalysis = z.infer<typeof PublicAnalysis>;

/** What `GET …/analyses/{version}` answers. */
export const VersionedAnalysis = z.object({ ...told, version: id, createdAt: z.string() });
export type VersionedAnalysis = z.infer<typeof VersionedAnalysis>;

/** The data of the live event `analysis`. */
export const AnalysisEvent = z.object({ version: id, participants: id, votes: id });
export type AnalysisEvent = z.infer<typeof AnalysisEvent>;

/** What `plenum analyze` prints. */
export const Analysis = z.object({
  ...shared,
  clustered: id,
  baseClusters: z.array(BaseCluster),
  groups: z.array(WholeGroup),
  statementStats: byGroup(StatementStats),
  /** Group id of each clustered participant. */
  membership: z.record(z.string(), id),
  positions: z.record(z.string(), point),
});
export type Analysis = z.infer<typeof Analysis>;

/** As kept in `analyses.core`; the frame has a column of its own. */
export type StoredAnalysis = Omit<Analysis, "frame" | "membership" | "positions">;

/** The parts that lack fields in an analysis stored by an earlier version: parsing fills them in. */
export const LaterParts = z.pick(PublicAnalysis, {
  groups: true,
  consensus: true,
  divisive: true,
  coverage: true,
  stability: true,
  approximate: true,
});
