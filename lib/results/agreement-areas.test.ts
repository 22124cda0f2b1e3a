import fc from "fast-check";
import { expect, test } from "vitest";
import { formAgreementAreas } from "./agreement-areas";
import type { ClusterTally } from "./cluster-votes";

const at = (id: number, x: number, group: number | null = 0) => ({
  id,
  center: [x, 0] as [number, number],
  group,
});
const agreeing = (cluster: number, agrees: number): ClusterTally => ({
  cluster,
  agrees,
  disagrees: 0,
  passes: 0,
});

test("a base cluster with five voters is an area of its own", () => {
  const areas = formAgreementAreas(
    [at(1, 0), at(2, 1)],
    [{ cluster: 1, agrees: 2, disagrees: 2, passes: 1 }, agreeing(2, 6)],
  );
  expect(areas).toEqual([
    { clusters: [1], agrees: 2, disagrees: 2, passes: 1 },
    { clusters: [2], agrees: 6, disagrees: 0, passes: 0 },
  ]);
});

test("smaller ones join their nearest neighbour, never one of another group", () => {
  const areas = formAgreementAreas(
    [at(1, 0), at(2, 10), at(3, 11), at(4, 11.5, 1)],
    [agreeing(1, 5), agreeing(2, 5), agreeing(3, 2), agreeing(4, 9)],
  );
  expect(areas.map(({ clusters }) => clusters)).toEqual([[1], [2, 3], [4]]);
});

test("a group with fewer than five voters tells nothing, and where nobody voted is no area", () => {
  const places = [at(1, 0), at(2, 1), at(3, 0, 1)];
  expect(formAgreementAreas(places, [agreeing(1, 3), agreeing(2, 1), agreeing(3, 0)])).toEqual([]);
});

test("every area has five voters, and together they hold all votes of the groups that tell", () => {
  const tallies = fc.array(fc.tuple(fc.nat(9), fc.nat(4), fc.nat(2), fc.nat(2), fc.nat(30)), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(tallies, (drawn) => {
      const places = drawn.map(([, , , group, x], id) => at(id, x, group));
      const votes = drawn.map(([agrees, disagrees, passes], cluster) => ({
        cluster,
        agrees,
        disagrees,
        passes,
      }));
      const areas = formAgreementAreas(places, votes);
      const voters = (tally: Omit<ClusterTally, "cluster">) =>
        tally.agrees + tally.disagrees + tally.passes;
      for (const area of areas) expect(voters(area)).toBeGreaterThanOrEqual(5);
      for (const group of [0, 1, 2]) {
        const isOf = (id: number) => places[id]!.group === group;
        const all = votes.filter(({ cluster }) => isOf(cluster)).map(voters);
        const total = all.reduce((sum, count) => sum + count, 0);
        const told = areas.filter(({ clusters }) => isOf(clusters[0]!)).map(voters);
        expect(told.reduce((sum, count) => sum + count, 0)).toBe(total < 5 ? 0 : total);
      }
    }),
  );
});
