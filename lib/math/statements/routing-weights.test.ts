import fc from "fast-check";
import { expect, test } from "vitest";
import { plenumParameters } from "../plenum/plenum-parameters";
import { computeRoutingWeights, type RoutedStatement } from "./routing-weights";

const weigh = (statements: readonly RoutedStatement[]) => [
  ...computeRoutingWeights(statements, plenumParameters),
];
const statement = (part: Partial<RoutedStatement>): RoutedStatement => ({
  priority: null,
  agrees: 0,
  votes: 0,
  isMetadata: false,
  ...part,
});
/** 10 of 10 agreed with by half: known to less than 10 points either way. */
const known = (priority: number) => statement({ priority, agrees: 100, votes: 200 });

test("before the first analysis all weigh the same", () => {
  expect(weigh([])).toEqual([]);
  const [first, ...others] = weigh([statement({}), statement({}), statement({})]);
  expect(others).toEqual([first, first]);
});

test("what is known weighs its priority, and never less than a hundredth of the mean", () => {
  expect(weigh([known(1), known(3), known(0.001)])).toEqual([1, 3, (0.01 * 4.001) / 3]);
});

test("without votes a statement weighs as much as 25 others", () => {
  const [, , weight] = weigh([known(1), known(3), statement({})]);
  expect(weight).toBeCloseTo(25 * 2, 12); // the interval is 0..1: half-width 0.5, squared 25 * 0.1^2
});

test("with votes it weighs less and less, until its priority takes over", () => {
  const weights = [1, 10, 30, 60, 90, 93, 200].map((votes) => {
    const one = statement({ priority: 0.5, agrees: Math.floor(votes / 2), votes });
    return weigh([one, ...Array.from({ length: 99 }, () => known(0.5))])[0]!;
  });
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  expect(weights[4]).toBeGreaterThan(0.5);
  // 95% Wilson, 46 of 93: half-width 1.96 / (1 + 3.84/93) * sqrt(0.25/93 + 3.84/(4 * 93^2)) = 0.0996
  expect(weights.slice(5)).toEqual([0.5, 0.5]);
});

test("a higher priority is kept, and metadata raise nobody else", () => {
  const metadata = statement({ priority: 49, votes: 200, isMetadata: true });
  const popular = statement({ priority: 60, agrees: 3, votes: 4 });
  const calm = Array.from({ length: 60 }, () => known(1));
  const [ofMetadata, ofPopular, ofNew] = weigh([metadata, popular, statement({}), ...calm]);
  expect(ofMetadata).toBe(49);
  expect(ofPopular).toBe(60);
  expect(ofNew).toBeCloseTo((25 * 120) / 61, 12);
});

test("every weight is above 0 and finite", () => {
  const any = fc.record({
    priority: fc.option(fc.double({ min: 1e-20, max: 1e6, noNaN: true })),
    agrees: fc.nat({ max: 1000 }),
    passes: fc.nat({ max: 1000 }),
    isMetadata: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any), (statements) => {
      const weights = weigh(
        statements.map(({ passes, ...rest }) => ({ ...rest, votes: rest.agrees + passes })),
      );
      for (const weight of weights) {
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    }),
  );
});
