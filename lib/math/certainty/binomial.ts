import type { Random } from "../random";

/** From this variance on a rounded normal is used: its quantiles are off by 0.015 at most. */
const normalVariance = 25;

/**
 * How often something that happens with a chance of `share` happens in `trials` trials: by inversion
 * while the numbers are small, else by a normal of the same mean and variance, which is made of twelve
 * uniforms (Irwin-Hall; a logarithm would not be the same bits everywhere).
 * @returns a whole number, 0 to trials
 */
export function drawBinomial(trials: number, share: number, random: Random): number {
  if (share > 0.5) return trials - drawBinomial(trials, 1 - share, random);
  const variance = trials * share * (1 - share);
  if (variance < normalVariance) return drawByInversion(trials, share, random);
  let normal = -6;
  for (let i = 0; i < 12; i++) normal += random();
  const drawn = Math.floor(trials * share + Math.sqrt(variance) * normal + 0.5);
  return Math.max(0, Math.min(trials, drawn));
}

/**
 * A number that no draw is below, for more trials than these either, in proportion: six deviations,
 * for that is as far as twelve uniforms reach, and 1 for rounding. 0 while the numbers are small.
 */
export function leastDrawn(trials: number, share: number): number {
  const variance = trials * share * (1 - share);
  if (variance < normalVariance + 1) return 0;
  return Math.max(0, Math.floor(trials * share - 6 * Math.sqrt(variance)) - 1);
}

/** Walks up the distribution; share is at most one half and the mean at most 50, so nothing underflows. */
function drawByInversion(trials: number, share: number, random: Random): number {
  let chance = raise(1 - share, trials);
  let left = random() - chance;
  let drawn = 0;
  while (left >= 0 && drawn < trials) {
    chance *= ((trials - drawn) / (drawn + 1)) * (share / (1 - share));
    drawn += 1;
    left -= chance;
  }
  return drawn;
}

function raise(base: number, exponent: number): number {
  let power = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}
