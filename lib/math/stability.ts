import type { Stability } from "../schemas/analysis";
import { rateAgreement } from "./adjusted-rand-index";
import { crossTabulate } from "./contingency";
import { computeGroupOverlaps } from "./group-overlap";
import type { PackedVotes } from "./packed-votes";
import type { Partition } from "./partition";
import type { PlenumParameters } from "./plenum-parameters";
import { createRandom, type Random } from "./random";
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
  perGroup: {},
  sameK: 0,
};

/**
 * Whether the same groups come out when other people like these take part: participants are drawn
 * with replacement, components, positions and groups computed afresh from their votes, and compared
 * with the given groups over the distinct clustered people drawn.
 *
 * Of more than `stabilityParticipants` people only that many are drawn (m out of n bootstrap), which
 * bounds the cost and errs on the side of caution: fewer people settle the groups less.
 * Seeded, and rows ascend by participant id, so the same votes give the same figures.
 * @returns `noStability` with fewer than two groups; a group of whom nobody was ever drawn has 0
 * @see MATH.md B4; Hennig 2007; Bickel, Goetze and van Zwet 1997
 */
export function computeStability(input: StabilityInput, rule: PlenumParameters): Stability {
  const { votes, partition } = input;
  const groupCount = partition.ids.length;
  if (groupCount < 2) return noStability;
  const participants = Math.min(votes.participants.length, rule.stabilityParticipants);
  const random = createRandom(rule.stabilitySeed);
  const overlaps = new Float64Array(groupCount);
  const timesDrawn = new Int32Array(groupCount);
  let agreement = 0;
  let sameK = 0;
  for (let i = 0; i < rule.stabilityResamples; i++) {
    const { table, bestK } = resampleOnce(input, participants, random, rule);
    agreement += rateAgreement(table);
    if (bestK === groupCount) sameK += 1;
    computeGroupOverlaps(table).forEach((overlap, group) => {
      if (overlap === -1) return;
      overlaps[group]! += overlap;
      timesDrawn[group]! += 1;
    });
  }
  return {
    resamples: rule.stabilityResamples,
    participants,
    meanAdjustedRandIndex: agreement / Math.max(rule.stabilityResamples, 1),
    perGroup: Object.fromEntries(
      partition.ids.map((id, group) => [id, overlaps[group]! / Math.max(timesDrawn[group]!, 1)]),
    ),
    sameK,
  };
}

function resampleOnce(
  input: StabilityInput,
  participants: number,
  random: Random,
  rule: PlenumParameters,
) {
  const { ids, groupOfRow } = input.partition;
  const resample = drawResample(input, participants, random);
  const { sourceRows } = resample;
  const reference = sourceRows.map((row) => groupOfRow[row]!);
  const { groupOfDraw, count, bestK } = groupResample(
    resample,
    Int32Array.from(reference.keys()).filter((draw) => reference[draw] !== -1),
    ids.length,
    rule,
  );
  const distinct = reference.map((group, i) => (sourceRows[i] === sourceRows[i - 1] ? -1 : group));
  return {
    table: crossTabulate(distinct, groupOfDraw, { rows: ids.length, columns: count }),
    bestK,
  };
}
