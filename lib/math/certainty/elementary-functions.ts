/** Beyond this, results are those of the bound: e^40 is 2e17. */
const largestExponent = 40;
const halvings = 10;
const seriesTerms = 8;
/** ln 2 = 2 artanh(1/3). */
const logarithmOf2 = 2 * inverseTangent(1 / 3);

/**
 * e^x, with relative error below 1e-12, the same bits in every engine (Math.exp is not).
 * @param x clamped to -40..40
 * @see scaling and squaring: e^x = (e^(x / 1024))^1024, the inner one by its series
 */
export function exponential(x: number): number {
  const bounded = Math.min(largestExponent, Math.max(-largestExponent, x));
  const small = bounded / 1024;
  let result = 1;
  for (let term = seriesTerms; term > 0; term--) result = 1 + (small / term) * result;
  for (let i = 0; i < halvings; i++) result *= result;
  return result;
}

/**
 * The natural logarithm of a number above 0, with absolute error below 1e-14 times its size.
 * @see ln x = 2 artanh((x - 1) / (x + 1)), after halving or doubling x into 0.7..1.4
 */
export function logarithm(x: number): number {
  let mantissa = x;
  let exponent = 0;
  for (; mantissa > 1.4; exponent++) mantissa /= 2;
  for (; mantissa < 0.7; exponent--) mantissa *= 2;
  return 2 * inverseTangent((mantissa - 1) / (mantissa + 1)) + exponent * logarithmOf2;
}

/** The hyperbolic tangent, -1..1. */
export function hyperbolicTangent(x: number): number {
  const doubled = exponential(2 * x);
  return (doubled - 1) / (doubled + 1);
}

/** Inverse hyperbolic tangent by its series, for |x| up to 1/3. */
function inverseTangent(x: number): number {
  const square = x * x;
  let series = 0;
  for (let odd = 31; odd > 0; odd -= 2) series = 1 / odd + square * series;
  return x * series;
}
