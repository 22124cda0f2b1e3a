import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows, matrixOf, randomRows } from "../testing/matrices";
import { simulateVotes } from "../testing/simulated-votes";
import { countPairs } from "../votes/count-pairs";
import { packVotes } from "../votes/packed-votes";
import { orderRows } from "../votes/row-order";
import { centerVotes } from "./centered-votes";
import {
  type ComponentMethod,
  chooseComponentMethod,
  computeLeadingComponents,
  usesPairStatistics,
} from "./leading-components";
import { computePrincipalComponents } from "./principal-components";

type Rows = Parameters<typeof matrixOf>[0];

const methods: ComponentMethod[] = ["decomposition", "iteration", "sparse"];

function compute(rows: Rows, method?: ComponentMethod, flags = 0) {
  const matrix = matrixOf(rows);
  const isModeratedOut = Uint8Array.from(matrix.statements, (id) => (flags >> id) & 1);
  return computeLeadingComponents(packVotes(matrix), null, isModeratedOut, method);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

/** Largest difference of two vectors, one of which may point the other way. */
function distance(a: Float64Array, b: Float64Array): number {
  const sign = dot(a, b) < 0 ? -1 : 1;
  return a.reduce((most, x, i) => Math.max(most, Math.abs(x - sign * b[i]!)), 0);
}

describe("every method", () => {
  test("gives eigenvectors of the same covariance, of any votes", () => {
    fc.assert(
      fc.property(anyRows(), fc.nat(63), (rows, flags) => {
        const all = methods.map((method) => compute(rows, method, flags));
        for (const { center, components } of all) {
          expect(center).toEqual(all[0]!.center);
          const { loadings, variances, varianceRatios } = components;
          for (const axis of [0, 1] as const) {
            expect(variances[axis]).toBeCloseTo(all[0]!.components.variances[axis], 9);
            expect(varianceRatios[axis]).toBeCloseTo(all[0]!.components.varianceRatios[axis], 9);
            expect(varianceRatios[axis]).toBeGreaterThanOrEqual(0);
            expect(varianceRatios[axis]).toBeLessThanOrEqual(1);
            const length = dot(loadings[axis], loadings[axis]);
            if (variances[axis] > 0) expect(length).toBeCloseTo(1, 12);
            expectEigenvector(rows, flags, loadings[axis], variances[axis]);
          }
          expect(variances[0]).toBeGreaterThanOrEqual(variances[1]);
          expect(Math.abs(dot(...loadings))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test("gives the same directions where the votes have three different variances", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const rows = randomRows(seed, 60, 12);
      const [first, ...others] = methods.map((method) => compute(rows, method, 1 << 5));
      for (const { components } of others) {
        expect(distance(components.loadings[0], first!.components.loadings[0])).toBeLessThan(1e-9);
        expect(distance(components.loadings[1], first!.components.loadings[1])).toBeLessThan(1e-9);
      }
    }
  });

  test("gives the same directions in a larger conversation, after restarts as well", () => {
    const size = { statements: 150, votesPerParticipant: 20, groups: 3, seed: 7 };
    for (const participants of [60, 3_000]) {
      const { votes } = simulateVotes({ ...size, participants });
      const flags = new Uint8Array(votes.statements.length);
      const [first, ...others] = methods.map(
        (method) => computeLeadingComponents(votes, null, flags, method).components,
      );
      for (const { loadings, variances } of others) {
        for (const axis of [0, 1] as const) {
          expect(distance(loadings[axis], first!.loadings[axis])).toBeLessThan(1e-9);
          const ratio = variances[axis] / first!.variances[axis];
          expect(Math.abs(ratio - 1)).toBeLessThan(1e-12);
        }
      }
    }
  });

  test("has the largest loading of each axis positive", () => {
    for (const method of methods) {
      const { loadings } = compute(randomRows(3, 40, 10), method).components;
      for (const vector of loadings) {
        expect(Math.max(...vector)).toBe(Math.max(...vector.map(Math.abs)));
      }
    }
  });
});

/** X'X v = variance * (rows - 1) * v, with X written out. */
function expectEigenvector(rows: Rows, flags: number, vector: Float64Array, variance: number) {
  const matrix = matrixOf(rows);
  const isModeratedOut = Uint8Array.from(matrix.statements, (id) => (flags >> id) & 1);
  const centered = centerVotes(matrix, orderRows(matrix), isModeratedOut);
  const product = new Float64Array(vector.length);
  for (let row = 0; row < centered.rowCount; row++) {
    const cells = Array.from(
      { length: centered.rowStart[row + 1]! - centered.rowStart[row]! },
      (_, i) => centered.rowStart[row]! + i,
    );
    const score = cells.reduce(
      (sum, cell) => sum + centered.deviations[cell]! * vector[centered.columns[cell]!]!,
      0,
    );
    for (const cell of cells)
      product[centered.columns[cell]!]! += centered.deviations[cell]! * score;
  }
  const scale = variance * Math.max(centered.rowCount - 1, 1);
  for (const [i, entry] of product.entries()) {
    expect(Math.abs(entry - scale * vector[i]!)).toBeLessThan(1e-9);
  }
}

test("agrees with the power iteration of profile polis", () => {
  const matrix = matrixOf(randomRows(11, 80, 9));
  const flags = new Uint8Array(9);
  const theirs = computePrincipalComponents(centerVotes(matrix, orderRows(matrix), flags), 20_000);
  const { components } = computeLeadingComponents(packVotes(matrix), null, flags);
  for (const axis of [0, 1] as const) {
    expect(components.variances[axis]).toBeCloseTo(theirs.variances[axis], 9);
    expect(components.varianceRatios[axis]).toBeCloseTo(theirs.varianceRatios[axis], 9);
    expect(distance(components.loadings[axis], theirs.loadings[axis])).toBeLessThan(1e-6);
  }
});

test("pairs kept from elsewhere change nothing, to the bit", () => {
  const { votes } = simulateVotes({
    participants: 300,
    statements: 90,
    votesPerParticipant: 40,
    groups: 2,
    seed: 5,
  });
  const flags = new Uint8Array(votes.statements.length);
  expect(computeLeadingComponents(votes, countPairs(votes), flags)).toEqual(
    computeLeadingComponents(votes, null, flags),
  );
});

test("only the size chooses the method", () => {
  expect(chooseComponentMethod(0, 0)).toBe("decomposition");
  expect(chooseComponentMethod(50, 100_000)).toBe("decomposition");
  expect(chooseComponentMethod(1_000, 50_000_000)).toBe("iteration");
  expect(chooseComponentMethod(1_000, 2_000)).toBe("sparse");
  expect(chooseComponentMethod(20_000, 50_000_000)).toBe("sparse");
  expect([usesPairStatistics(1_000, 50_000_000), usesPairStatistics(1_000, 2_000)]).toEqual([
    true,
    false,
  ]);
});

describe.each(methods)("what has no two directions, by %s", (method) => {
  const lengths = (rows: Rows) =>
    compute(rows, method).components.loadings.map((vector) => Math.sqrt(dot(vector, vector)));

  test("no votes", () => {
    expect(compute([], method).components.loadings.map((vector) => vector.length)).toEqual([0, 0]);
    expect(compute([[], []], method).center).toHaveLength(0);
  });

  test("one person is a direction of their own, one statement too", () => {
    const person = compute([[1, -1, 0, 1, 1]], method);
    expect([...person.center]).toEqual([0, 0, 0, 0, 0]);
    expect(
      distance(person.components.loadings[0], Float64Array.of(0.5, -0.5, 0, 0.5, 0.5)),
    ).toBeLessThan(1e-12);
    expect([...person.components.loadings[1]]).toEqual([0, 0, 0, 0, 0]);
    expect(person.components.varianceRatios[0]).toBeCloseTo(1, 12);
    const statement = compute([[1], [1], [-1]], method);
    expect([...statement.center]).toEqual([0]);
    expect(statement.components.loadings.map((vector) => [...vector])).toEqual([[1], [0]]);
    expect(compute([[0], [0]], method).components.loadings[0][0]).toBe(1);
  });

  test("everybody passes, or votes the same", () => {
    expect(lengths(Array(5).fill([0, 0, 0, 0]))).toEqual([0, 0]);
    expect(lengths(Array(5).fill([1, -1, 0]))).toEqual([0, 0]);
    expect(lengths([[0, 0]])).toEqual([0, 0]);
  });

  test("two identical camps, two statements that exclude each other", () => {
    const camp = [1, -1, 1, 1, -1, 1, 0] as const;
    const other = [-1, -1, 1, -1, 1, 0, 0] as const;
    const camps = lengths([...Array(11).fill(camp), ...Array(6).fill(other)]);
    expect(camps[0]).toBeCloseTo(1, 12);
    expect(camps[1]).toBe(0);
    const { loadings, varianceRatios } = compute(
      [
        [1, -1],
        [1, -1],
        [-1, 1],
      ],
      method,
    ).components;
    expect(Math.abs(loadings[0][0]!)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(loadings[0][1]).toBeCloseTo(-loadings[0][0]!, 12);
    expect([...loadings[1]]).toEqual([0, 0]);
    expect(varianceRatios[0]).toBeCloseTo(1, 12);
  });

  test("a variance that occurs twice is found twice, and four times", () => {
    for (const copies of [2, 4]) {
      // Statements nobody has in common, all alike.
      const rows = Array.from({ length: 6 * copies }, (_, row) =>
        Array.from({ length: copies + 1 }, (__, column) => {
          if (column === copies) return row % 2 === 0 ? 1 : 0;
          return Math.floor(row / 6) === column ? (row % 6 < 3 ? 1 : -1) : null;
        }),
      );
      const { variances } = compute(rows as Rows, method, 1 << copies).components;
      expect(variances[0]).toBeCloseTo(6 / (6 * copies - 1), 12);
      expect(variances[1]).toBeCloseTo(variances[0], 12);
    }
  });

  test("a statement that is moderated out has no mean and no loading", () => {
    const { center, components } = compute(randomRows(5, 40, 9), method, (1 << 3) | (1 << 7));
    for (const column of [3, 7]) {
      expect([
        center[column],
        components.loadings[0][column],
        components.loadings[1][column],
      ]).toEqual([0, 0, 0]);
    }
  });
});
