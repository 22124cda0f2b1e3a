import type { Frame, PublicAnalysis, Stability } from "../../schemas/analysis";
import type { PlenumParameters } from "../plenum/plenum-parameters";
import { computeStability, noStability, type StabilityInput } from "./stability";
import { testStructure } from "./structure";

/** How sure the groups are: what resampling and simulation say of them. */
export interface Certainty {
  structure: PublicAnalysis["structure"];
  stability: Stability;
}

/** Certainty with the letters of the groups it is of, for a later analysis to take over. */
export interface CarriedCertainty extends Certainty {
  letters: Frame["letters"];
}

/** The certainty of groups that were not found but given. */
export const givenCertainty: Certainty = {
  structure: { clear: true, pValue: null, method: "given groups" },
  stability: noStability,
};

/**
 * Whether there are groups at all, and if so how stable they are.
 * Seeded: the same votes and groups give the same figures.
 * @see MATH.md B4 and B5
 */
export function computeCertainty(input: StabilityInput, rule: PlenumParameters): Certainty {
  const structure = testStructure(input.votes, input.isModeratedOut, rule);
  return {
    structure,
    stability: structure.clear ? computeStability(input, rule) : noStability,
  };
}

/**
 * The stability of an earlier analysis by the group ids of this one.
 * @param letters of the groups of this one
 * @returns `noStability` when they are not the same letters: the figures are of other groups
 */
export function carryStability(carried: CarriedCertainty, letters: Frame["letters"]): Stability {
  const idOf = new Map(Object.entries(carried.letters).map(([id, letter]) => [letter, id]));
  const ids = Object.entries(letters);
  const isSame = ids.length === idOf.size && ids.every(([, letter]) => idOf.has(letter));
  if (!isSame || carried.stability.resamples === 0) return noStability;
  const { perGroup } = carried.stability;
  return {
    ...carried.stability,
    perGroup: Object.fromEntries(ids.map(([id, letter]) => [id, perGroup[idOf.get(letter)!]!])),
  };
}
