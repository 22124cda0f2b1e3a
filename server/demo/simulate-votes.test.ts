import { expect, test } from "vitest";
import { demoPlans } from "./plans";
import { simulateConversation } from "./simulate-votes";
import { townCentre } from "./town-centre/town-centre";

const simulated = simulateConversation(townCentre);

test("the same plan gives the same votes", () => {
  expect(simulateConversation(townCentre)).toEqual(simulated);
});

test("nobody votes twice on a statement, and everybody votes at least once", () => {
  const cells = new Set(simulated.votes.map((vote) => `${vote.participant} ${vote.statement}`));
  expect(cells.size).toBe(simulated.votes.length);
  expect(new Set(simulated.votes.map((vote) => vote.participant)).size).toBe(600);
});

test("between a third and two thirds of the votes are missing", () => {
  const share = simulated.votes.length / (600 * townCentre.statements.length);
  expect(share).toBeGreaterThan(0.33);
  expect(share).toBeLessThan(0.67);
});

test("each camp agrees with a statement about as often as the plan says", () => {
  for (const camp of townCentre.campShares.keys()) {
    const votes = simulated.votes.filter((vote) => vote.statement === 0);
    const own = votes.filter((vote) => simulated.camps[vote.participant] === camp);
    const agrees = own.filter((vote) => vote.value === 1).length;
    const expected = townCentre.statements[0]!.agree[camp]! / 100;
    // Four standard errors.
    expect(Math.abs(agrees / own.length - expected)).toBeLessThan(2 / Math.sqrt(own.length));
  }
});

test.each(demoPlans)(
  "$slug: statements are short and different, and every camp feels something",
  (plan) => {
    const texts = plan.statements.map((statement) => statement.text);
    expect(new Set(texts).size).toBe(texts.length);
    for (const { text, agree, pass } of plan.statements) {
      expect(text.length).toBeLessThanOrEqual(120);
      expect(agree).toHaveLength(plan.campShares.length);
      for (const percent of [...agree, pass]) expect(percent).toBeLessThanOrEqual(100);
    }
    expect(plan.campShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  },
);

test("a statement by a participant was written by somebody of the named camp", () => {
  for (const [index, { writtenBy }] of townCentre.statements.entries()) {
    const author = simulated.authors[index];
    if (writtenBy === undefined) expect(author).toBeNull();
    else expect(simulated.camps[author!]).toBe(writtenBy);
  }
});
