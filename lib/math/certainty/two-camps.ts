import type { PlenumParameters } from "../plenum/plenum-parameters";
import { createRandom } from "../random";
import {
  type CampSearch,
  meanOf,
  placeParticipants,
  startSearch,
  weighStatements,
} from "./camp-search";
import { exponential, logarithm } from "./elementary-functions";
import type { Judgements } from "./judgements";
import type { VotingStyles } from "./voting-styles";

/**
 * How much better two camps explain the judgements than styles do: the logarithm of a likelihood
 * ratio, in a variational bound.
 *
 * A camp moves each statement by a distance of its own, with a spike-and-slab prior. Where camps
 * gain whose distances are just one way to be agreeable, only what is beyond them counts: some very
 * agreeable people are no camp, however far they stand apart.
 * Starts on the leading axis of the judgements without their styles, found by power iteration.
 * @returns 0 where nobody differs
 * @see Bishop 2006, Pattern recognition and machine learning, chapter 10
 */
export function measureCamps(
  judgements: Judgements,
  styles: VotingStyles,
  rule: PlenumParameters,
): number {
  const random = createRandom(rule.structureSeed);
  const start = new Float64Array(judgements.columnCount).map(() => random() - 0.5);
  const search = startSearch(judgements, styles, start, rule);
  if (!followAxis(search)) return 0;
  setSides(search, search.sides.slice());
  for (let round = 0; round < rule.structureCampRounds; round++) {
    weighStatements(search, false);
    estimateDistances(search);
    placeParticipants(search, false);
  }
  weighStatements(search, false);
  const gain = sumGains(search) - costOfSides(search.sides);
  if (gain <= 0) return gain;
  const mimic = findMimic(search);
  return mimic.gain > 0 ? Math.max(gain - mimic.gain, mimic.deviation) : gain;
}

/** Power iteration with the covariance of different statements; false where there is none. */
function followAxis(search: CampSearch): boolean {
  const { distances, evidence, styles, judgements, rule } = search;
  const { counts } = styles;
  for (let round = 0; round < rule.structureAxisRounds; round++) {
    placeParticipants(search, true);
    weighStatements(search, true);
    let size = 0;
    for (let column = 0; column < distances.length; column++) {
      distances[column] = evidence[column]! / Math.max(counts[column]!, 1) - distances[column]!;
      size += distances[column]! * distances[column]! * counts[column]!;
    }
    if (!(size > 0)) return false;
    const scale = Math.sqrt(judgements.rowCount / size);
    for (let column = 0; column < distances.length; column++) distances[column]! *= scale;
  }
  placeParticipants(search, true);
  return true;
}

/** Sides from positions on an axis: `structureFirstSide` on average, never certain. */
function setSides({ sides, rule }: CampSearch, positions: Float64Array): void {
  const size = meanOf(positions.map((position) => Math.abs(position)));
  const scale = size > 0 ? rule.structureFirstSide / size : 0;
  for (let row = 0; row < sides.length; row++) {
    sides[row] = Math.min(0.95, Math.max(-0.95, scale * positions[row]!));
  }
}

/** Logarithm of how much likelier the evidence on a statement is when the camps differ on it. */
function weighDifference({ evidence, precision, rule }: CampSearch, column: number): number {
  const slab = rule.structureSlab;
  const variance = 1 / (precision[column]! + 1 / slab);
  const explained = (evidence[column]! * evidence[column]! * variance) / 2;
  return explained + logarithm(variance / slab) / 2;
}

function estimateDistances(search: CampSearch): void {
  const { distances, evidence, precision, rule } = search;
  const { structureDiffering: differing, structureSlab: slab } = rule;
  for (let column = 0; column < distances.length; column++) {
    const odds = (differing / (1 - differing)) * exponential(weighDifference(search, column));
    const mean = evidence[column]! / (precision[column]! + 1 / slab);
    distances[column] = (mean * odds) / (1 + odds);
  }
}

function sumGains(search: CampSearch): number {
  const differing = search.rule.structureDiffering;
  let gain = 0;
  for (let column = 0; column < search.distances.length; column++) {
    const weight = weighDifference(search, column);
    gain +=
      weight > 30
        ? weight + logarithm(differing)
        : logarithm(1 - differing + differing * exponential(weight));
  }
  return gain;
}

/** Divergence of the expected sides from what the sizes of the camps alone would say. */
function costOfSides(sides: Float64Array): number {
  const share = Math.min(0.999, Math.max(0.001, (1 + meanOf(sides)) / 2));
  let cost = 0;
  for (const side of sides) {
    const first = Math.min(1 - 1e-9, Math.max(1e-9, (1 + side) / 2));
    cost += first * logarithm(first / share) + (1 - first) * logarithm((1 - first) / (1 - share));
  }
  return cost;
}

/** Two camps whose distances follow from how statements are received. */
interface Mimic {
  gain: number;
  /** What they gain more when each statement may deviate from that. */
  deviation: number;
}

/** The best mimic from the sides found, and from the most and the least agreeable. */
function findMimic(search: CampSearch): Mimic {
  const { styles, sides } = search;
  const agreeableness = new Float64Array(sides.length);
  for (let row = 0; row < sides.length; row++) {
    agreeableness[row] = styles.totals[row * 3]! + styles.totals[row * 3 + 1]!;
  }
  const fromSides = settleMimic(search);
  setSides(search, agreeableness);
  const fromAgreeable = settleMimic(search);
  return fromAgreeable.gain > fromSides.gain ? fromAgreeable : fromSides;
}

function settleMimic(search: CampSearch): Mimic {
  const { evidence, precision, distances, rule } = search;
  for (let round = 0; round < rule.structureMimicRounds; round++) {
    weighStatements(search, false);
    estimateMimic(search);
    placeParticipants(search, false);
  }
  weighStatements(search, false);
  const gain = estimateMimic(search) - costOfSides(search.sides);
  for (let column = 0; column < evidence.length; column++) {
    evidence[column]! -= precision[column]! * distances[column]!;
  }
  return { gain, deviation: sumGains(search) };
}

/** Ways to be agreeable, each by its amounts of the shapes: all of one sign at every agree share. */
const waysToAgree = [
  [1, 0, 0],
  [0, 1, 0],
  [0.5, 0.5, 0],
  [0, 0, 1],
] as const;

/** Distances that are the likeliest amount of one way to be agreeable; returns what they gain. */
function estimateMimic(search: CampSearch): number {
  const { styles, distances, evidence, precision, rule } = search;
  const slab = rule.structureSlab;
  let best = 0 - Number.MAX_VALUE;
  for (const way of waysToAgree) {
    const { shapes } = styles;
    const shift = (column: number) =>
      way[0] * shapes[column * 3]! +
      way[1] * shapes[column * 3 + 1]! +
      way[2] * shapes[column * 3 + 2]!;
    let sum = 0;
    let weight = 1 / slab;
    for (let column = 0; column < evidence.length; column++) {
      sum += shift(column) * evidence[column]!;
      weight += shift(column) * shift(column) * precision[column]!;
    }
    const gain = (sum * sum) / weight / 2 - logarithm(weight * slab) / 2;
    if (gain <= best) continue;
    best = gain;
    for (let column = 0; column < distances.length; column++) {
      distances[column] = (sum / weight) * shift(column);
    }
  }
  return best;
}
