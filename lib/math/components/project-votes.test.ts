import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRows, matrixOf, randomRows } from "../testing/matrices";
import { packVotes } from "../votes/packed-votes";
import { orderRows } from "../votes/row-order";
import { centerVotes } from "./centered-votes";
import { computePrincipalComponents } from "./principal-components";
import { projectVotes } from "./project-votes";
import { projectRows } from "./projection";

test("places everybody where the sums over deviations do", () => {
  fc.assert(
    fc.property(anyRows(), fc.nat(63), (rows, flags) => {
      const matrix = matrixOf(rows);
      const isModeratedOut = Uint8Array.from(matrix.statements, (id) => (flags >> id) & 1);
      const centered = centerVotes(matrix, orderRows(matrix), isModeratedOut);
      const components = computePrincipalComponents(centered, 100);
      const map = { center: centered.center, components };
      const points = projectVotes(packVotes(matrix), map, isModeratedOut);
      expect([...points]).toEqual([...projectRows(centered, components)]);
    }),
  );
});

test("equal rows stand in one place to the bit", () => {
  const rows = randomRows(3, 20, 30);
  const votes = packVotes(matrixOf([...rows, ...rows]));
  const loadings: [Float64Array, Float64Array] = [
    Float64Array.from({ length: 30 }, (_, i) => 1 / (i + 3)),
    Float64Array.from({ length: 30 }, (_, i) => 0.1 - 1 / (i + 7)),
  ];
  const center = Float64Array.from({ length: 30 }, (_, i) => i / 30 - 0.4);
  const points = projectVotes(votes, { center, components: { loadings } }, new Uint8Array(30));
  expect([...points.subarray(0, 40)]).toEqual([...points.subarray(40)]);
});
