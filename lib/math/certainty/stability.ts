import type { Stability } from "../../schemas/analysis";
import { rateAgreement } from "../groups/adjusted-rand-index";
import { crossTabulate } from "../groups/contingency";
import { computeGroupOverlaps } from "../groups/group-overlap";
import type { Partition } from "../groups/partition";
import type { PlenumParameters } from "../plenum/plenum-parameters";
import { createRandom, type Random } from "../random";
import type { PackedVotes } from "../votes/packed-votes";
import { extrapolateStability } from "./extrapolate-stability";
import { drawResample } from "./resample";
import { groupResample } from "./resample-groups";

export interface StabilityInput {
  votes: PackedVotes;
  /** 1 for each column that is rejected or metadata. */
  isModeratedOut: Uint8Array;
  /** The groups in question; rows without one are not clustered in a resample either. */
  partition: Pick<Partition, "ids" | "groupOfRow">;
}

/** The stability of groups that were not resampled. */
export const noStability: Stability = {
  resamples: 0,
  participants: 0,
  meanAdjustedRandIndex: null,
  meanAmongDrawn: null,
  perGroup: {},
  sameK: 0,
};

/**
 * Whether the same groups come out when other people like these take part: participants are drawn
 * with replacement, components, positions and groups computed afresh from their votes, and compared
 * with the given groups over the distinct clustered people drawn.
 *
 * To bound the cost fewer are drawn where there are more than `stabilityParticipants` people or
 * `stabilityVotes` votes (m out of n bootstrap). Fewer people settle the groups less, so the figures
 * are then carried on to all, see `extrapolateStability`; `meanAmongDrawn` is not.
 * Seeded, and rows ascend by participant id, so the same votes give the same figures.
 * @returns `noStability` with fewer than two groups; a group of whom nobody was ever drawn has 0
 * @see MATH.md B4; Hennig 2007; Bickel, Goetze and van Zwet 1997
 */
export function computeStability(input: StabilityInput, rule: PlenumParameters): Stability {
  const { ids } = input.partition;
  if (ids.length < 2) return noStability;
  const all = input.votes.participants.length;
  const participants = countDraws(input.votes, rule);
  const drawn = resampleOften(input, participants, rule);
  const quarter = participants < all ? resampleQuarter(input, participants, rule) : drawn;
  const carryOn = (figure: number, ofQuarter: number) =>
    extrapolateStability(figure, ofQuarter, all / participants);
  return {
    resamples: rule.stabilityResamples,
    participants,
    meanAdjustedRandIndex: carryOn(drawn.agreement, quarter.agreement),
    meanAmongDrawn: drawn.agreement,
    perGroup: Object.fromEntries(
      ids.map((id, group) => [id, carryOn(drawn.overlaps[group]!, quarter.overlaps[group]!)]),
    ),
    sameK: drawn.sameK,
  };
}

/** Draws for each resample: everybody, while that is not too much. */
function countDraws({ participants, codes }: PackedVotes, rule: PlenumParameters): number {
  const all = participants.length;
  const affordable = Math.floor((rule.stabilityVotes / Math.max(codes.length, 1)) * all);
  return Math.max(1, Math.min(all, rule.stabilityParticipants, affordable));
}

/** Means over the resamples: of the adjusted Rand index, and of each group's overlap. */
function resampleOften(input: StabilityInput, participants: number, rule: PlenumParameters) {
  const groupCount = input.partition.ids.length;
  const random = createRandom(rule.stabilitySeed);
  const overlaps = new Float64Array(groupCount);
  const timesDrawn = new Int32Array(groupCount);
  let agreement = 0;
  let sameK = 0;
  for (let i = 0; i < rule.stabilityResamples; i++) {
    const { table, bestCount } = resampleOnce(input, participants, random, rule);
    agreement += rateAgreement(table);
    if (bestCount === groupCount) sameK += 1;
    computeGroupOverlaps(table).forEach((overlap, group) => {
      if (overlap === -1) return;
      overlaps[group]! += overlap;
      timesDrawn[group]! += 1;
    });
  }
  return {
    agreement: agreement / Math.max(rule.stabilityResamples, 1),
    overlaps: overlaps.map((sum, group) => sum / Math.max(timesDrawn[group]!, 1)),
    sameK,
  };
}

/** Half as often, to see the rate. */
function resampleQuarter(input: StabilityInput, participants: number, rule: PlenumParameters) {
  const stabilityResamples = Math.floor(rule.stabilityResamples / 2);
  const quarter = Math.max(1, Math.floor(participants / 4));
  return resampleOften(input, quarter, { ...rule, stabilityResamples });
}

function resampleOnce(
  input: StabilityInput,
  participants: number,
  random: Random,
  rule: PlenumParameters,
) {
  const { ids, groupOfRow } = input.partition;
  const resample = drawResample(input, participants, random);
  const reference = resample.sourceRows.map((row) => groupOfRow[row]!);
  const found = groupResample(
    resample,
    Int32Array.from(reference.keys()).filter((row) => reference[row] !== -1),
    { wanted: ids.length, largest: countLargest(groupOfRow, rule) },
    rule,
  );
  const sizes = { rows: ids.length, columns: found.count };
  return {
    table: crossTabulate(reference, found.groupOfRow, sizes),
    bestCount: found.bestCount,
  };
}

/** As many groups as are looked for among all; a resample has fewer distinct people. */
function countLargest(groupOfRow: Int32Array, rule: PlenumParameters): number {
  let clustered = 0;
  for (const group of groupOfRow) if (group !== -1) clustered += 1;
  const bases = Math.min(clustered, rule.baseClusters);
  return Math.min(rule.maxGroups, 2 + Math.floor(bases / rule.baseClustersPerGroup));
}
