import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, type Random } from "../random";
import { createWeightedSampler } from "./weighted-sampler";

/** Upper 0.1% points of chi-square by degrees of freedom (tables; above 100 by Wilson and Hilferty). */
const rareChiSquare = { 1: 10.828, 11: 31.264, 19: 43.82, 499: 602.4 } as const;

/** How far observed counts are from expected probabilities. */
function chiSquare(counts: Map<string, number>, expected: Map<string, number>, draws: number) {
  let sum = 0;
  for (const [outcome, probability] of expected) {
    const mean = probability * draws;
    sum += ((counts.get(outcome) ?? 0) - mean) ** 2 / mean;
  }
  return sum;
}

function countDraws(draws: number, draw: () => number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < draws; i++) {
    const outcome = draw().join();
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

/** Probability of each ordered pair: w_i / W * w_j / (W - w_i). */
function pairProbabilities(weights: readonly number[], items: readonly number[]) {
  const total = items.reduce((sum, item) => sum + weights[item]!, 0);
  const probabilities = new Map<string, number>();
  for (const first of items) {
    for (const second of items) {
      const rest = total - weights[first]!;
      const probability = (weights[first]! / total) * (weights[second]! / rest);
      if (first !== second) probabilities.set(`${first},${second}`, probability);
    }
  }
  return probabilities;
}

describe("the distribution", () => {
  const weights = [0.5, 7, 1, 2.25, 0.01 + 1, 3];
  const sampler = createWeightedSampler(Float64Array.from(weights));

  // One excluded goes by paths through the tree, two by adding the whole tree up.
  test.each([
    { excluded: [2], rare: rareChiSquare[19] },
    { excluded: [1, 4], rare: rareChiSquare[11] },
  ])("of ordered pairs without $excluded", ({ excluded, rare }) => {
    const random = createRandom(11);
    const counts = countDraws(50_000, () => sampler.draw({ excluded, count: 2, random }));
    const items = [0, 1, 2, 3, 4, 5].filter((item) => !excluded.includes(item));
    const expected = pairProbabilities(weights, items);
    expect(new Set(counts.keys())).toEqual(new Set(expected.keys()));
    expect(chiSquare(counts, expected, 50_000)).toBeLessThan(rare);
  });

  test("of the first of a thousand, half of them excluded", () => {
    const random = createRandom(5);
    const many = Float64Array.from({ length: 1000 }, () => (0.2 + random()) ** 2);
    const excluded = [...many.keys()].filter((item) => item % 2 === 1);
    const left = [...many.keys()].filter((item) => item % 2 === 0);
    const total = left.reduce((sum, item) => sum + many[item]!, 0);
    const large = createWeightedSampler(many);
    const counts = countDraws(100_000, () => large.draw({ excluded, count: 1, random }));
    const expected = new Map(left.map((item) => [`${item}`, many[item]! / total]));
    expect(new Set(counts.keys())).toEqual(new Set(expected.keys()));
    expect(chiSquare(counts, expected, 100_000)).toBeLessThan(rareChiSquare[499]);
  });

  test("is not what would come of drawing uniformly: the test can tell", () => {
    const random = createRandom(11);
    const uniform = createWeightedSampler(new Float64Array(6).fill(1));
    const counts = countDraws(50_000, () => uniform.draw({ excluded: [2], count: 2, random }));
    const expected = pairProbabilities(weights, [0, 1, 3, 4, 5]);
    expect(chiSquare(counts, expected, 50_000)).toBeGreaterThan(100 * rareChiSquare[19]);
  });

  test("of small weights is not blurred by a large one that is excluded or drawn first", () => {
    const beside = createWeightedSampler(Float64Array.of(1, 1e300, 3));
    const expected = new Map([
      ["0", 1 / 4],
      ["2", 3 / 4],
    ]);
    const random = createRandom(3);
    const without = countDraws(4000, () => beside.draw({ excluded: [1], count: 1, random }));
    expect(chiSquare(without, expected, 4000)).toBeLessThan(rareChiSquare[1]);
    const after = countDraws(4000, () => {
      const [first, second] = beside.draw({ excluded: [], count: 2, random });
      expect(first).toBe(1);
      return [second!];
    });
    expect(chiSquare(after, expected, 4000)).toBeLessThan(rareChiSquare[1]);
  });
});

/** Weights over 600 decimal places, and some of the items. */
const drawing = fc
  .array(fc.double({ min: -300, max: 300, noNaN: true }), { maxLength: 40 })
  .chain((exponents) =>
    fc.record({
      weights: fc.constant(Float64Array.from(exponents, (exponent) => 10 ** exponent)),
      excluded: fc.subarray([...exponents.keys()]),
      count: fc.nat({ max: 50 }),
      seed: fc.integer(),
    }),
  );

describe("whatever the weights and whatever is excluded", () => {
  test("as many as there are come, none twice, none of the excluded", () => {
    fc.assert(
      fc.property(drawing, ({ weights, excluded, count, seed }) => {
        const sampler = createWeightedSampler(weights);
        const drawn = sampler.draw({ excluded, count, random: createRandom(seed) });
        expect(drawn).toHaveLength(Math.min(count, weights.length - excluded.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const item of drawn) {
          expect(item).toBeLessThan(weights.length);
          expect(excluded).not.toContain(item);
        }
      }),
    );
  });

  test("a draw leaves no trace for the next one", () => {
    fc.assert(
      fc.property(drawing, ({ weights, excluded, count, seed }) => {
        const used = createWeightedSampler(weights);
        used.draw({ excluded, count, random: createRandom(seed + 1) });
        const draw = (sampler: typeof used) =>
          sampler.draw({ excluded: [], count, random: createRandom(seed) });
        expect(draw(used)).toEqual(draw(createWeightedSampler(weights)));
      }),
    );
  });

  test.each<[string, Random]>([
    ["lowest", () => 0],
    ["highest", () => 1 - 2 ** -53],
  ])("the %s random number there is does no harm", (_, random) => {
    fc.assert(
      fc.property(drawing, ({ weights, excluded }) => {
        const sampler = createWeightedSampler(weights);
        const drawn = sampler.draw({ excluded, count: weights.length, random });
        expect([...drawn, ...excluded].sort((a, b) => a - b)).toEqual([...weights.keys()]);
      }),
    );
  });
});

describe("the ends", () => {
  test("nothing to draw from, nothing wanted, everything excluded", () => {
    const random = createRandom(1);
    expect(
      createWeightedSampler(new Float64Array(0)).draw({ excluded: [], count: 3, random }),
    ).toEqual([]);
    const sampler = createWeightedSampler(Float64Array.of(1, 2, 3));
    expect(sampler.draw({ excluded: [], count: 0, random })).toEqual([]);
    expect(sampler.draw({ excluded: [0, 1, 2], count: 1, random })).toEqual([]);
    expect(sampler.draw({ excluded: [0, 2], count: 1, random })).toEqual([1]);
  });

  test("a random source that fails spoils nothing", () => {
    const sampler = createWeightedSampler(Float64Array.of(1, 2, 3));
    const failing = () => {
      throw new Error("no entropy");
    };
    expect(() => sampler.draw({ excluded: [1], count: 1, random: failing })).toThrow("no entropy");
    const all = sampler.draw({ excluded: [], count: 3, random: createRandom(1) });
    expect(all.sort()).toEqual([0, 1, 2]);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("the weight %d is refused", (weight) => {
    expect(() => createWeightedSampler(Float64Array.of(1, weight))).toThrow(RangeError);
  });

  test("weights with an infinite sum are refused", () => {
    expect(() => createWeightedSampler(new Float64Array(3).fill(1e308))).toThrow(RangeError);
  });
});
