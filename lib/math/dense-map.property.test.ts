import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Analysis } from "../schemas/analysis";
import { anyConversation, type Conversation, campConversation } from "./testing/any-conversation";
import { type DenseConversation, listClustered, toDense } from "./testing/dense-conversation";
import { decomposeSymmetric } from "./testing/jacobi";
import { analyzeGroups, profiles } from "./testing/profiles";

type Point = readonly [x: number, y: number];

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
      const points: { at: Point; group: number }[] =
        profile === "polis"
          ? baseClusters.map(({ center, group }) => ({ at: center, group: group! }))
          : Object.entries(membership).map(([id, group]) => ({ at: positions[id]!, group }));
      expect(silhouettes[frame.k]).toBeCloseTo(meanSilhouette(points), 9);
    });
  });
});

test("profile plenum puts people closer together than profile polis, and no worse apart", () => {
  fc.assert(
    fc.property(conversations, (conversation) => {
      const plenum = analyzeGroups("plenum", conversation);
      const polis = analyzeGroups("polis", conversation);
      if (plenum.k !== polis.k || plenum.frame.k !== polis.frame.k) return;
      const spread = ({ membership }: Analysis) => {
        const groups = new Set(Object.values(membership));
        const points = Object.keys(membership).map((id) => ({ id, at: plenum.positions[id]! }));
        return sum(
          [...groups].map((group) => {
            const own = points.filter(({ id }) => membership[id] === group).map(({ at }) => at);
            const center = meanPoint(own);
            return sum(own.map((at) => distance(at, center) ** 2));
          }),
        );
      };
      expect(spread(plenum)).toBeLessThan(spread(polis) + 1e-9);
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

/** Mean of (b - a) / max(a, b); 0 for somebody alone, and where both are 0. */
function meanSilhouette(points: { at: Point; group: number }[]): number {
  const groups = [...new Set(points.map(({ group }) => group))];
  const meanDistance = (at: Point, to: { at: Point }[], less: number) =>
    sum(to.map((other) => distance(at, other.at))) / (to.length - less);
  const values = points.map(({ at, group }) => {
    const own = points.filter((other) => other.group === group);
    if (own.length === 1 || groups.length === 1) return 0;
    const a = meanDistance(at, own, 1);
    const others = groups.filter((other) => other !== group);
    const b = Math.min(
      ...others.map((id) =>
        meanDistance(
          at,
          points.filter((other) => other.group === id),
          0,
        ),
      ),
    );
    return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
  return sum(values) / points.length;
}

function meanPoint(points: readonly Point[]): Point {
  const mean = (axis: 0 | 1) => sum(points.map((point) => point[axis])) / points.length;
  return [mean(0), mean(1)];
}

function expectSamePoint(actual: Point, expected: Point): void {
  expect(distance(actual, expected)).toBeLessThan(1e-9);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((x, i) => x * b[i]!));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
