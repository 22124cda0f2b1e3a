import fc from "fast-check";
import { expect, test } from "vitest";
import { createVoteCollector, packCollected } from "./collect-votes";
import { packVotes } from "./packed-votes";
import { createVoteMatrix } from "./vote-matrix";

type Vote = [participant: number, statement: number, value: number];

function collect(votes: readonly Vote[]) {
  const collector = createVoteCollector();
  for (const vote of votes) collector.add(...vote);
  return packCollected(collector.finish());
}

function arrange(votes: readonly Vote[]) {
  return packVotes(
    createVoteMatrix({
      participant: Int32Array.from(votes, ([participant]) => participant),
      statement: Int32Array.from(votes, ([, statement]) => statement),
      value: Int8Array.from(votes, ([, , value]) => value),
    }),
  );
}

const id = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 2_147_483_647 }));
const votes = fc.uniqueArray(fc.tuple(id, id, fc.constantFrom(-1, 0, 1)), {
  selector: ([participant, statement]) => `${participant} ${statement}`,
  maxLength: 300,
});

test("packs as the vote matrix does, in whatever order votes come", () => {
  fc.assert(
    fc.property(votes, (votes) => {
      expect(collect(votes)).toEqual(arrange(votes));
    }),
  );
});

test("rows of every length, over several chunks, come out sorted", () => {
  const many: Vote[] = [];
  for (let participant = 0; participant < 700; participant++) {
    for (let statement = 0; statement <= participant; statement++) {
      const shuffled = (statement * 7919) % 701;
      if (shuffled <= participant) many.push([699 - participant, shuffled, (shuffled % 3) - 1]);
    }
  }
  expect(collect(many)).toEqual(arrange(many));
});

test("beyond 21,845 statements codes take four bytes", () => {
  const many = Array.from({ length: 30_000 }, (_, i): Vote => [i % 7, 30_000 - i, (i % 3) - 1]);
  const packed = collect(many);
  expect(packed.codes).toBeInstanceOf(Uint32Array);
  expect(packed).toEqual(arrange(many));
});

test("no votes make no rows", () => {
  expect(collect([])).toEqual(arrange([]));
});

test.each([
  [[[0, 0, 2]], "The vote 2."],
  [[[-1, 0, 1]], "The id -1."],
  [[[0, 2_147_483_648, 1]], "The id 2147483648."],
  [[[1.5, 0, 1]], "The id 1.5."],
  [
    [
      [3, 4, 1],
      [2, 4, 1],
      [3, 4, 0],
    ],
    "Participant 3, statement 4: two votes",
  ],
] as [Vote[], string][])("refuses %j", (wrong, message) => {
  expect(() => collect(wrong)).toThrow(new RangeError(message));
});
