import { expect, test } from "vitest";
import { createTally, shareOfVoters } from "./tally";

test("a percentage of fewer than five people is not shown", () => {
  expect(
    shareOfVoters(createTally({ agrees: 4, disagrees: 0, votes: 4 }, 100), "agrees"),
  ).toBeNull();
  expect(shareOfVoters(createTally({ agrees: 4, disagrees: 0, votes: 5 }, 100), "agrees")).toBe(
    0.8,
  );
});

test("shares are of those who voted, passes included", () => {
  const tally = createTally({ agrees: 6, disagrees: 2, votes: 10 }, 40);
  expect(tally).toEqual({ agrees: 6, disagrees: 2, passes: 2, notVoted: 30 });
  expect(shareOfVoters(tally, "agrees")).toBe(0.6);
  expect(shareOfVoters(tally, "passes")).toBe(0.2);
});
