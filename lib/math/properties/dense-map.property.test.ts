import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Analysis } from "../../schemas/analysis";
import { anyConversation, type Conversation, campConversation } from "../testing/any-conversation";
import { type DenseConversation, listClustered, toDense } from "../testing/dense-conversation";
import { decomposeSymmetric } from "../testing/jacobi";
import {
  distance,
  dot,
  meanPoint,
  meanSilhouette,
  type Placed,
  type Point,
  sum,
  sumSquares,
} from "../testing/plain-geometry";
import { analyzeGroups, profiles } from "../testing/profiles";

const conversations = fc.oneof(
  anyConversation({ participants: 30, statements: 9 }),
  campConversation(),
);

/** Everything here follows the words of MATH.md A4 to A7, over a table with every cell filled in. */
describe.each(profiles)("profile %s draws the map that a full table gives", (profile) => {
  const check = (verify: (analysis: Analysis, dense: DenseConversation) => void, numRuns = 30) => {
    const property = (conversation: Conversation) =>
      verify(analyzeGroups(profile, conversation), toDense(conversation));
    fc.assert(fc.property(conversations, property), { numRuns });
  };

  test("components are orthogonal, of unit length or nothing, and hold the variance they say", () => {
    check(({ components, center }, dense) => {
      const table = fillIn(dense, center);
      const total = sum(table.flat().map((x) => x * x));
      const [first, second] = components.map(({ loadings }) => Object.values(loadings));
      for (const { loadings, variance, varianceRatio } of components) {
        const axis = Object.values(loadings);
        const length = Math.sqrt(dot(axis, axis));
        if (length > 0) expect(length).toBeCloseTo(1, 9);
        const square = sum(table.map((row) => dot(row, axis) ** 2));
        expect(variance * Math.max(table.length - 1, 1)).toBeCloseTo(square, 6);
        expect(varianceRatio * total).toBeCloseTo(square, 6);
      }
      expect(dot(first!, second!)).toBeCloseTo(0, profile === "plenum" ? 9 : 5);
    });
  });

  test("no direction holds more variance than the first, none across it more than the second", () => {
    check(({ components, center }, dense) => {
      const table = fillIn(dense, center);
      const { values, vectors } = decomposeSymmetric(scatter(table, dense.statements.length));
      const [one = 0, two = 0, three = 0] = values;
      const divisor = Math.max(table.length - 1, 1);
      const squares = components.map(({ variance }) => variance * divisor);
      const slack = 1e-7 * Math.max(one, 1);
      expect(squares[0]).toBeLessThan(one + slack);
      expect(sum(squares)).toBeLessThan(one + two + slack);
      // One column alone has center 0, one row is its own direction: then there is no second.
      const isFlat = dense.statements.length < 2 || dense.participants.length < 2;
      if (isFlat) return;
      // A hundred rounds of power iteration do not part what is nearly equal.
      const isReached = (own: number, next: number) => profile === "plenum" || next < 0.8 * own;
      if (isReached(one, two)) expect(squares[0]).toBeGreaterThan(one - slack);
      if (isReached(one, two) && isReached(two, three)) {
        expect(squares[1]).toBeGreaterThan(two - slack);
      }
      if (two < 0.8 * one) {
        const axis = Object.values(components[0]!.loadings);
        expect(Math.abs(dot(axis, vectors[0]!))).toBeCloseTo(1, 6);
      }
    });
  });

  test("everybody stands where their own votes put them", () => {
    check(({ positions, components, center }, dense) => {
      const { statements, participants, vote, isModeratedOut } = dense;
      for (const participant of participants) {
        // Moderated-out statements count as seen by everybody, and pull nobody anywhere.
        const seen = statements.filter((s) => isModeratedOut(s) || vote(participant, s) !== null);
        const scale = Math.sqrt(statements.length / Math.max(seen.length, 1));
        components.forEach(({ loadings }, axis) => {
          const pulls = seen.map((s) =>
            isModeratedOut(s) ? 0 : (vote(participant, s)! - center[s]!) * loadings[s]!,
          );
          expect(positions[participant]![axis]).toBeCloseTo(scale * sum(pulls), 9);
        });
      }
    });
  });

  test("base clusters are those clustered, each once, at their mean", () => {
    check(({ baseClusters, positions }, dense) => {
      const members = baseClusters.flatMap((cluster) => cluster.members!);
      expect(members.toSorted((a, b) => a - b)).toEqual(listClustered(dense));
      for (const { center, members } of baseClusters) {
        expectSamePoint(center, meanPoint(members!.map((participant) => positions[participant]!)));
      }
    });
  });

  test("groups are at the mean of their members, their silhouette is that of the definition", () => {
    check((analysis) => {
      const { groups, membership, positions, baseClusters, frame, silhouettes } = analysis;
      for (const { id, center } of groups) {
        const members = Object.keys(membership).filter(
          (participant) => membership[participant] === id,
        );
        expectSamePoint(center, meanPoint(members.map((participant) => positions[participant]!)));
      }
      if (groups.length === 0) return;
      const points: Placed[] =
        profile === "polis"
          ? baseClusters.map(({ center, group }) => ({ at: center, group: group! }))
          : Object.entries(membership).map(([id, group]) => ({ at: positions[id]!, group }));
      expect(silhouettes[frame.k]).toBeCloseTo(meanSilhouette(points), 9);
    });
  });
});

test("the groups of profile plenum are no wider and no less apart than those of profile polis", () => {
  fc.assert(
    fc.property(conversations, (conversation) => {
      const plenum = analyzeGroups("plenum", conversation);
      const polis = analyzeGroups("polis", conversation);
      if (plenum.k === 0) return;
      const place = ({ membership }: Analysis): Placed[] =>
        Object.entries(membership).map(([id, group]) => ({ at: plenum.positions[id]!, group }));
      const [ours, theirs] = [place(plenum), place(polis)];
      expect(meanSilhouette(ours)).toBeGreaterThan(meanSilhouette(theirs) - 1e-9);
      if (plenum.frame.k === polis.frame.k) {
        expect(sumSquares(ours)).toBeLessThan(sumSquares(theirs) + 1e-9);
      }
    }),
    { numRuns: 30 },
  );
});

/** Deviations from the mean, 0 where there is no vote or no weight. */
function fillIn(dense: DenseConversation, center: Analysis["center"]): number[][] {
  const { participants, statements, vote, isModeratedOut } = dense;
  return participants.map((participant) =>
    statements.map((s) => {
      const value = vote(participant, s);
      return value === null || isModeratedOut(s) ? 0 : value - center[s]!;
    }),
  );
}

function scatter(table: number[][], size: number): number[][] {
  const columns = Array.from({ length: size }, (_, j) => table.map((row) => row[j]!));
  return columns.map((a) => columns.map((b) => dot(a, b)));
}

function expectSamePoint(actual: Point, expected: Point): void {
  expect(distance(actual, expected)).toBeLessThan(1e-9);
}
