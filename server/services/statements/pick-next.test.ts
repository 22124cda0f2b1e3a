import { expect, test } from "vitest";
import { createRandom } from "@/lib/math/random";
import { createWeightedSampler } from "@/lib/math/statements/weighted-sampler";
import { pickNext } from "./pick-next";

function createBallot(ids: readonly number[], weigh: (id: number) => number = () => 1) {
  return {
    statements: ids.map((id) => ({ id, text: `${id}`, language: null, isSeed: false })),
    sampler: createWeightedSampler(Float64Array.from(ids, weigh)),
  };
}

const random = createRandom(1);
const evenIds = Array.from({ length: 20 }, (_, index) => index * 2);

test("what was voted on does not come again, and nothing comes twice", () => {
  const voted = [0, 1, 2, 38, 99];
  const { next, remaining } = pickNext(createBallot(evenIds), { voted, count: 100, random });
  expect(remaining).toBe(17);
  expect(next.map((statement) => statement.id).sort((a, b) => a - b)).toEqual(
    evenIds.filter((id) => ![0, 2, 38].includes(id)),
  );
});

test("whatever the ids, those voted on are left out and the others counted", () => {
  for (let round = 0; round < 300; round += 1) {
    const reach = 1 + Math.floor(random() * 60);
    const some = () =>
      Array.from({ length: reach }, (_, id) => id * id).filter(() => random() < 0.6);
    const ids = some();
    const voted = some();
    const { next, remaining } = pickNext(createBallot(ids), { voted, count: 100, random });
    const left = ids.filter((id) => !voted.includes(id));
    expect(remaining).toBe(left.length);
    expect(next.map((statement) => statement.id).sort((a, b) => a - b)).toEqual(left);
  }
});

test("no more than asked for, and how many are left all the same", () => {
  const ballot = createBallot(evenIds);
  const picked = pickNext(ballot, { voted: [], count: 3, random });
  expect(picked.next).toHaveLength(3);
  expect(picked.remaining).toBe(20);
  expect(pickNext(ballot, { voted: [], count: 0, random }).next).toEqual([]);
});

test("the first statement is drawn in proportion to its weight among those not voted on", () => {
  const ballot = createBallot(evenIds, (id) => (id === 10 ? 18 : id === 12 ? 1000 : 1));
  const draws = 4000;
  let hits = 0;
  for (let i = 0; i < draws; i += 1) {
    const { next } = pickNext(ballot, { voted: [12], count: 1, random });
    if (next[0]!.id === 10) hits += 1;
  }
  // Weight 18 of 36: a half; 4 standard errors of a share of 4,000.
  expect(Math.abs(hits / draws - 0.5)).toBeLessThan(0.032);
});
