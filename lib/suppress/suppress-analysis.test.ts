import fc from "fast-check";
import { expect, test } from "vitest";
import { analyze } from "../math/analyze";
import { unpackVotes } from "../math/votes/packed-votes";
import { createVoteStore } from "../math/votes/vote-store";
import { smallestCrowd } from "../results/tally";
import { PublicAnalysis } from "../schemas/analysis";
import { suppressAnalysis } from "./suppress-analysis";

/** Two camps of 12 and 7 and two people with a single vote; a statement is voted on by the first of each. */
function analysisOf(voters: readonly (readonly [number, number])[]) {
  const store = createVoteStore();
  voters.forEach(([first, second], statement) => {
    for (let person = 0; person < 12; person++) {
      if (person < first) store.set(person, statement, statement % 3 === 0 ? 1 : -1);
      if (person < Math.min(second, 7)) store.set(20 + person, statement, 1);
    }
  });
  store.set(40, 0, 1);
  store.set(41, 0, -1);
  const { membership, positions, ...analysis } = analyze({
    votes: unpackVotes(store.read()),
    statements: voters.map((_, id) => ({ id, moderation: "accepted", isMetadata: false })),
    profile: "polis",
  });
  return analysis;
}

const turnouts = fc
  .array(fc.tuple(fc.nat(12), fc.nat(7)), { minLength: 1, maxLength: 6 })
  // Ten on which everybody votes, so that there are groups.
  .map((some) => [...Array.from({ length: 10 }, () => [12, 7] as const), ...some]);

test("nothing in it is of fewer than five voters", () => {
  fc.assert(
    fc.property(turnouts, (voters) => {
      const whole = analysisOf(voters);
      const told = suppressAnalysis(whole);
      const counts = [
        ...Object.values(told.statementTotals),
        ...Object.values(told.statementStats).flatMap((stats) => Object.values(stats)),
        ...told.groups.flatMap(({ representative }) => representative),
        ...told.consensus.agree,
        ...told.consensus.disagree,
      ].map(({ votes }) => votes);
      expect(counts.filter((count) => count > 0 && count < smallestCrowd)).toEqual([]);
      for (const [statement, { votes }] of Object.entries(whole.statementTotals)) {
        if (votes >= smallestCrowd) continue;
        expect(told.center[statement]).toBe(0);
        expect(told.extremity[statement]).toBeUndefined();
      }
    }),
    { numRuns: 40 },
  );
});

test("where a group is hidden nothing compares with it, nor adds it up", () => {
  fc.assert(
    fc.property(turnouts, (voters) => {
      const whole = analysisOf(voters);
      const told = suppressAnalysis(whole);
      for (const statement of Object.keys(whole.center)) {
        const stats = Object.values(told.statementStats).map((ofGroup) => ofGroup[statement]);
        if (!stats.includes(undefined)) continue;
        for (const found of stats) expect(found?.ra ?? found?.rdt).toBeUndefined();
        expect(told.groupAwareConsensus[statement]).toBeUndefined();
        expect(told.priorities[statement]).toBeUndefined();
        const compared = told.groups.flatMap(({ representative }) =>
          representative.filter((entry) => String(entry.statement) === statement),
        );
        for (const entry of compared) expect(entry.repness ?? entry.repnessTest).toBeUndefined();
      }
    }),
    { numRuns: 40 },
  );
});

test("done twice it is the same, and still an analysis that anybody can read", () => {
  fc.assert(
    fc.property(turnouts, (voters) => {
      const told = suppressAnalysis(analysisOf(voters));
      expect(suppressAnalysis(told)).toEqual(told);
      expect(PublicAnalysis.parse(told)).toEqual(told);
    }),
    { numRuns: 20 },
  );
});

test("where the size of a group is hidden, what it is served is not told by another either", () => {
  const whole = analysisOf(Array.from({ length: 10 }, () => [12, 7] as const));
  const large = whole.groups.find(({ size }) => size === 12)!;
  const coverage = {
    share: 20 / 21,
    perGroup: Object.fromEntries(whole.groups.map(({ id }) => [id, 1])),
    worst: { group: large.id, share: 1 },
  };
  // Two are off the map, so that the group of seven has no number.
  const told = suppressAnalysis({ ...whole, coverage });
  expect(told.groups.map(({ size }) => size)).toContain(null);
  const perGroup = { [large.id]: 1 };
  expect(told.coverage).toEqual({ share: 20 / 21, perGroup, worst: null });
  const everybodyIsOnIt = { ...whole, coverage, participants: whole.clustered };
  expect(suppressAnalysis(everybodyIsOnIt).coverage).toEqual(coverage);
});

test("what is of large crowds stays to the letter", () => {
  const whole = analysisOf(Array.from({ length: 10 }, () => [12, 7] as const));
  const { statementStats, statementTotals, ...told } = suppressAnalysis({
    ...whole,
    participants: whole.clustered,
  });
  expect(statementTotals).toEqual(whole.statementTotals);
  expect(statementStats).toEqual(whole.statementStats);
  expect(told.consensus).toEqual(whole.consensus);
  expect(told.groups).toEqual(whole.groups);
});
