import fc from "fast-check";
import { PCA } from "ml-pca";
import { describe, expect, test } from "vitest";
import { matrixOf, randomRows } from "../testing/matrices";
import { orderRows } from "../votes/row-order";
import { centerVotes } from "./centered-votes";
import { computePrincipalComponents } from "./principal-components";

type Rows = Parameters<typeof matrixOf>[0];

function compute(rows: Rows, moderatedOut: number[] = [], iterations = 100) {
  const matrix = matrixOf(rows);
  const flags = Uint8Array.from(matrix.statements, (id) => (moderatedOut.includes(id) ? 1 : 0));
  const centered = centerVotes(matrix, orderRows(matrix), flags);
  return { centered, ...computePrincipalComponents(centered, iterations) };
}

const length = (vector: Float64Array) => Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));

describe("ordinary votes", () => {
  test("agree with another implementation on the imputed matrix", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        const { centered, loadings, variances, varianceRatios } = compute(
          randomRows(seed, 30, 6),
          [],
          5_000,
        );
        const dense = Array.from({ length: centered.rowCount }, (_, row) => {
          const cells = new Array<number>(centered.columnCount).fill(0);
          for (let c = centered.rowStart[row]!; c < centered.rowStart[row + 1]!; c++) {
            cells[centered.columns[c]!] = centered.deviations[c]!;
          }
          return cells;
        });
        const oracle = new PCA(dense, { center: false });
        for (const axis of [0, 1] as const) {
          expect(variances[axis]).toBeCloseTo(oracle.getEigenvalues()[axis]!, 6);
          expect(varianceRatios[axis]).toBeCloseTo(oracle.getExplainedVariance()[axis]!, 6);
          const theirs = oracle.getEigenvectors().getColumn(axis);
          const cosine = loadings[axis].reduce((sum, x, i) => sum + x * theirs[i]!, 0);
          const gap = variances[axis] / oracle.getEigenvalues()[axis + 1]!;
          // Nearly equal variances leave the direction open.
          if (gap > 1.05 && (axis === 0 || variances[0] / variances[1] > 1.05)) {
            expect(Math.abs(cosine)).toBeGreaterThan(1 - 1e-6);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("components have unit length and are orthogonal", () => {
    const { loadings } = compute(randomRows(5, 40, 9));
    expect(length(loadings[0])).toBeCloseTo(1, 12);
    expect(length(loadings[1])).toBeCloseTo(1, 12);
    expect(loadings[0].reduce((sum, x, i) => sum + x * loadings[1][i]!, 0)).toBeCloseTo(0, 9);
  });

  test("a moderated-out statement has no mean and no loading", () => {
    const { centered, loadings } = compute(randomRows(5, 40, 9), [3, 7]);
    for (const column of [3, 7]) {
      expect([centered.center[column], loadings[0][column], loadings[1][column]]).toEqual([
        0, 0, 0,
      ]);
    }
  });
});

describe("what has no two directions", () => {
  test("two statements that exclude each other still have one direction", () => {
    const { loadings, varianceRatios } = compute([
      [1, -1],
      [1, -1],
      [-1, 1],
    ]);
    expect(Math.abs(loadings[0][0]!)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(loadings[0][1]).toBeCloseTo(-loadings[0][0]!, 12);
    expect(varianceRatios[0]).toBeCloseTo(1, 12);
    expect([...loadings[1]]).toEqual([0, 0]);
    expect(varianceRatios[1]).toBe(0);
  });

  test("two identical camps have no second direction, not a rounding error for one", () => {
    const camp = [1, -1, 1, 1, -1, 1, 0] as const;
    const other = [-1, -1, 1, -1, 1, 0, 0] as const;
    const { loadings } = compute([...Array(11).fill(camp), ...Array(6).fill(other)]);
    expect(length(loadings[0])).toBeCloseTo(1, 12);
    expect(length(loadings[1])).toBe(0);
  });

  test("everybody alike: no direction at all", () => {
    const { loadings, varianceRatios } = compute(Array(5).fill([1, -1, 0]));
    expect([length(loadings[0]), length(loadings[1])]).toEqual([0, 0]);
    expect(varianceRatios).toEqual([0, 0]);
  });

  test("one person is a direction of their own, one statement too", () => {
    const person = compute([[1, -1, 0, 1, 1]]);
    expect([...person.loadings[0]]).toEqual([0.5, -0.5, 0, 0.5, 0.5]);
    expect([...person.centered.center]).toEqual([0, 0, 0, 0, 0]);
    const statement = compute([[1], [1], [-1]]);
    expect([...statement.loadings[0]]).toEqual([1]);
    expect([...statement.centered.center]).toEqual([0]);
    expect(length(compute([[0, 0]]).loadings[0])).toBe(0);
    expect(compute([]).loadings[0]).toHaveLength(0);
  });
});
