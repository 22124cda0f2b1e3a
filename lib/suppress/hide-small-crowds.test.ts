import fc from "fast-check";
import { expect, test } from "vitest";
import { smallestCrowd } from "../results/tally";
import { hideSmallCrowds, type Turnout } from "./hide-small-crowds";

const turnouts = fc
  .record({
    groups: fc.array(fc.oneof(fc.nat(8), fc.nat(60)), { maxLength: 6 }),
    rest: fc.oneof(fc.nat(6), fc.nat(40)),
    others: fc.nat(9),
  })
  .map(
    ({ groups, rest, others }): Turnout => ({
      all: groups.reduce((sum, voters) => sum + voters, rest),
      groups,
      ungrouped: rest + others,
    }),
  );
const isSmall = (voters: number) => voters > 0 && voters < smallestCrowd;

/** What is left of everybody when the groups that are told are subtracted. */
function subtractTold({ all, groups }: Turnout, hidden: readonly boolean[]): number {
  return groups.reduce((left, voters, index) => (hidden[index] ? left : left - voters), all);
}

test("nobody is told of fewer than five voters", () => {
  fc.assert(
    fc.property(turnouts, (turnout) => {
      const hidden = hideSmallCrowds(turnout);
      if (!hidden.all) expect(isSmall(turnout.all)).toBe(false);
      turnout.groups.forEach((voters, index) => {
        if (!hidden.groups[index]) expect(isSmall(voters)).toBe(false);
      });
    }),
  );
});

test("what is hidden cannot be worked out from what is told", () => {
  fc.assert(
    fc.property(turnouts, (turnout) => {
      const hidden = hideSmallCrowds(turnout);
      const isGuarded = hidden.groups.includes(true) || isSmall(turnout.ungrouped);
      if (hidden.all || !isGuarded) return;
      expect(isSmall(subtractTold(turnout, hidden.groups))).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test("no more than one group is hidden besides the small ones, and none without a vote", () => {
  fc.assert(
    fc.property(turnouts, (turnout) => {
      const { all, groups } = hideSmallCrowds(turnout);
      if (all) return;
      const besides = turnout.groups.filter((voters, index) => groups[index] && !isSmall(voters));
      expect(besides.length).toBeLessThanOrEqual(1);
      expect(besides).not.toContain(0);
    }),
  );
});

test.each<[string, Turnout, boolean[]]>([
  ["large groups", { all: 60, groups: [30, 25], ungrouped: 40 }, [false, false]],
  [
    "a small group among people without one",
    { all: 60, groups: [30, 4], ungrouped: 40 },
    [false, true],
  ],
  [
    "a small group alone: the smallest other one too",
    { all: 64, groups: [40, 20, 4], ungrouped: 0 },
    [false, true, true],
  ],
  [
    "two small groups that hide each other",
    { all: 27, groups: [20, 4, 3], ungrouped: 0 },
    [false, true, true],
  ],
  ["a single person in no group", { all: 51, groups: [30, 20], ungrouped: 1 }, [false, true]],
  ["few of many people in no group", { all: 53, groups: [30, 20], ungrouped: 90 }, [false, false]],
  ["groups of which nobody voted", { all: 12, groups: [12, 0], ungrouped: 0 }, [false, false]],
])("%s", (_, turnout, groups) => {
  expect(hideSmallCrowds(turnout)).toEqual({ all: false, groups });
});

test("of a statement with four votes nothing is told", () => {
  const turnout = { all: 4, groups: [3, 0, 1], ungrouped: 9 };
  expect(hideSmallCrowds(turnout)).toEqual({ all: true, groups: [true, false, true] });
});
