import { expect, test } from "vitest";
import { createRandom } from "@/lib/math/random";
import { pickNext } from "./pick-next";

const statements = Array.from({ length: 20 }, (_, index) => ({
  id: index * 2,
  text: `${index}`,
  language: null,
  isSeed: false,
}));
const ballot = { statements, weights: new Float64Array(20).fill(1) };

test("what was voted on does not come again, and nothing comes twice", () => {
  const { next, remaining } = pickNext(ballot, {
    voted: [0, 1, 2, 38, 99],
    count: 100,
    random: Math.random,
  });
  expect(remaining).toBe(17);
  expect(next.map((statement) => statement.id).sort((a, b) => a - b)).toEqual(
    statements.map((statement) => statement.id).filter((id) => ![0, 2, 38].includes(id)),
  );
});

test("no more than asked for, and how many are left all the same", () => {
  const picked = pickNext(ballot, { voted: [], count: 3, random: Math.random });
  expect(picked.next).toHaveLength(3);
  expect(picked.remaining).toBe(20);
  expect(pickNext(ballot, { voted: [], count: 0, random: Math.random }).next).toEqual([]);
});

test("the first statement is drawn in proportion to its weight", () => {
  const weights = Float64Array.from(statements, (_, index) => (index === 5 ? 19 : 1));
  const random = createRandom(1);
  const draws = 4000;
  let hits = 0;
  for (let i = 0; i < draws; i += 1) {
    const { next } = pickNext({ statements, weights }, { voted: [], count: 1, random });
    if (next[0]!.id === 10) hits += 1;
  }
  // Weight 19 of 38: a half; 4 standard errors of a share of 4,000.
  expect(Math.abs(hits / draws - 0.5)).toBeLessThan(0.032);
});
