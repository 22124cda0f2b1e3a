import fc from "fast-check";
import { expect, test } from "vitest";
import { drawBinomial } from "../certainty/binomial";
import { createRandom } from "../random";
import { computeSurvival, isConsensus } from "./consensus-survival";

const rule = { z90: 1.2816, consensusResamples: 1_000, consensusSeed: 0 };

/** The same, by drawing the participants one by one. */
function resampleParticipants(successes: number, votes: number, participants: number): number {
  const random = createRandom(11);
  let survived = 0;
  for (let resample = 0; resample < 1_000; resample++) {
    let [drawnVotes, drawn] = [0, 0];
    for (let i = 0; i < participants; i++) {
      const participant = Math.floor(random() * participants);
      if (participant < votes) drawnVotes += 1;
      if (participant < successes) drawn += 1;
    }
    if (isConsensus(drawn, drawnVotes, rule.z90)) survived += 1;
  }
  return survived / 1_000;
}

test.each([
  [5, 5, 5],
  [6, 8, 40],
  [13, 20, 20],
  [30, 50, 60],
  [300, 560, 900],
  [90, 100, 4_000],
])("%i of %i votes by %i people survive as often as when people are drawn", (...counts) => {
  const [successes, votes, participants] = counts;
  const survival = computeSurvival({ successes, votes, participants }, rule);
  // Two observed shares of 1,000: five standard deviations, and what the normal is off by.
  const tolerance = 5 * Math.sqrt(0.5 / 1_000) + 0.015;
  expect(Math.abs(survival - resampleParticipants(...counts))).toBeLessThan(tolerance);
});

test("a wide majority of many always survives, a bare half seldom, none never", () => {
  const survive = (successes: number, votes: number, participants: number) =>
    computeSurvival({ successes, votes, participants }, rule);
  expect(survive(700_000, 1_000_000, 1_000_000)).toBe(1);
  expect(survive(500, 1_000, 1_000)).toBeLessThan(0.15);
  expect(survive(0, 10, 1_000)).toBe(0);
  expect(survive(0, 0, 0)).toBe(0);
});

test("where no draw can fail, drawing says so too", () => {
  const majorities = fc.tuple(fc.integer({ min: 60, max: 9_000 }), fc.double(side), fc.double(all));
  fc.assert(
    fc.property(majorities, ([votes, share, voted]) => {
      const successes = Math.floor(votes * share);
      const participants = Math.ceil(votes / voted);
      const survival = computeSurvival({ successes, votes, participants }, rule);
      const random = createRandom(successes * 31 + votes * 17 + participants);
      let survived = 0;
      for (let resample = 0; resample < rule.consensusResamples; resample++) {
        const drawnVotes = drawBinomial(participants, votes / participants, random);
        const drawn = drawBinomial(drawnVotes, successes / votes, random);
        if (isConsensus(drawn, drawnVotes, rule.z90)) survived += 1;
      }
      expect(survival).toBe(survived / rule.consensusResamples);
    }),
  );
});

const side = { min: 0.5, max: 0.95, noNaN: true };
const all = { min: 0.05, max: 1, noNaN: true };

test("it is a share whatever the counts", () => {
  const counts = fc.tuple(
    fc.nat({ max: 90_000 }),
    fc.nat({ max: 90_000 }),
    fc.nat({ max: 90_000 }),
  );
  fc.assert(
    fc.property(counts, ([successes, others, silent]) => {
      const votes = successes + others;
      const tally = { successes, votes, participants: votes + silent };
      const survival = computeSurvival(tally, { ...rule, consensusResamples: 20 });
      expect(survival).toBeGreaterThanOrEqual(0);
      expect(survival).toBeLessThanOrEqual(1);
    }),
  );
});
