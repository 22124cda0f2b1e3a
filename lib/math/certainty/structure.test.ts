import fc from "fast-check";
import { expect, test } from "vitest";
import { plenumParameters } from "../plenum/plenum-parameters";
import { anyRows, matrixOf } from "../testing/matrices";
import {
  type SimulatedOpinions,
  type Style,
  simulateOpinions,
} from "../testing/simulated-opinions";
import { packVotes } from "../votes/packed-votes";
import { createVoteMatrix, type VoteMatrix } from "../votes/vote-matrix";
import { testStructure } from "./structure";

const conversations = 6;
/** Milliseconds, on a busy machine: a conversation takes a tenth of a second on an idle one. */
const patience = 60_000;

function simulate(input: Partial<SimulatedOpinions> & { seed: number }): VoteMatrix {
  return simulateOpinions({
    participants: 50,
    agreeShares: Array.from({ length: 40 }, (_, index) => ((index * 17) % 40) / 50 + 0.1),
    passShares: Array(40).fill(0.1),
    seenShares: Array(40).fill(0.6),
    style: "none",
    difference: 0,
    direction: "mixed",
    ...input,
  }).votes;
}

function judge(votes: VoteMatrix, isModeratedOut = new Uint8Array(votes.statements.length)) {
  return testStructure(packVotes(votes), isModeratedOut, plenumParameters);
}

function countClear(input: Partial<SimulatedOpinions>): number {
  const results = Array.from({ length: conversations }, (_, seed) =>
    judge(simulate({ ...input, seed: seed + 1 })),
  );
  return results.filter(({ clear }) => clear).length;
}

test.each<Style>(["none", "logit", "replacing", "contrary", "shifted", "some"])(
  "people who differ only in style (%s) are no groups",
  (style) => {
    expect(countClear({ style })).toBeLessThanOrEqual(1);
  },
  patience,
);

test(
  "p-values of independent votes are even also where statements have some twenty judgements",
  () => {
    const pValues = Array.from({ length: 24 }, (_, index) => {
      const votes = simulate({
        participants: 300,
        agreeShares: Array.from({ length: 200 }, (_, statement) => 0.1 + 0.004 * statement),
        passShares: Array<number>(200).fill(0.15),
        seenShares: Array<number>(200).fill(0.08),
        seed: index + 1,
      });
      return judge(votes).pValue ?? 0;
    });
    const mean = pValues.reduce((sum, pValue) => sum + pValue, 0) / pValues.length;
    expect(mean).toBeGreaterThan(0.35); // 2.5 standard errors of 24 even ones
  },
  patience,
);

test.each(["one", "mixed"] as const)(
  "camps that differ in %s direction are seen",
  (direction) => {
    expect(countClear({ direction, difference: 0.7 })).toBe(conversations);
  },
  patience,
);

test(
  "camps are seen among people of different styles",
  () => {
    expect(countClear({ style: "logit", difference: 0.7 })).toBeGreaterThan(conversations / 2);
  },
  patience,
);

test("a difference only on what is moderated out is none", () => {
  const votes = simulate({ difference: 0.8, seed: 4 });
  const dividing = Math.round(votes.statements.length / 3);
  expect(judge(votes).clear).toBe(true);
  const isModeratedOut = Uint8Array.from(votes.statements, (id) => (id < dividing ? 1 : 0));
  expect(judge(votes, isModeratedOut).clear).toBe(false);
});

test("the order in which votes came does not matter, and ids only by their rank", () => {
  const votes = simulate({ difference: 0.4, seed: 2 });
  const ids = votes.participants;
  const rows = [...ids.keys()].flatMap((row) =>
    Array<number>(votes.rowStart[row + 1]! - votes.rowStart[row]!).fill(ids[row]!),
  );
  const reversed = createVoteMatrix({
    participant: Int32Array.from(rows, (id) => id * 3 + 5).reverse(),
    statement: votes.columns.map((column) => votes.statements[column]! * 2 + 1).reverse(),
    value: votes.values.slice().reverse(),
  });
  expect(judge(reversed)).toEqual(judge(votes));
});

test("agreeing for disagreeing gives as clear a result", () => {
  const votes = simulate({ difference: 0.6, seed: 3 });
  const mirrored = { ...votes, values: votes.values.map((value) => 0 - value) };
  expect(judge(mirrored).clear).toBe(judge(votes).clear);
});

test.each([
  ["no votes", []],
  ["one vote", [[1]]],
  ["everybody passes", Array(30).fill(Array(10).fill(0))],
  ["everybody agrees", Array(30).fill(Array(10).fill(1))],
  ["few people", Array.from({ length: 9 }, (_, i) => Array(10).fill(i % 2 === 0 ? 1 : -1))],
  ["few statements", Array.from({ length: 30 }, (_, i) => Array(3).fill(i % 2 === 0 ? 1 : -1))],
])("%s: nothing to tell by", (_, rows) => {
  const { clear, pValue } = judge(matrixOf(rows as (1 | 0 | -1)[][]));
  expect(clear).toBe(false);
  expect(pValue).toBeNull();
});

test("two camps who agree on nothing are clear", () => {
  const camps = Array.from({ length: 30 }, (_, person) =>
    Array.from({ length: 12 }, (_, statement) =>
      person < 12 === (statement % 2 === 0) ? (1 as const) : (-1 as const),
    ),
  );
  expect(judge(matrixOf(camps)).clear).toBe(true);
});

test("any votes give a p-value above 0 and at most 1, or none", () => {
  fc.assert(
    fc.property(anyRows(), (rows) => {
      const { pValue } = judge(matrixOf(rows));
      if (pValue === null) return;
      expect(pValue).toBeGreaterThan(0);
      expect(pValue).toBeLessThanOrEqual(1);
    }),
    { numRuns: 50 },
  );
});
