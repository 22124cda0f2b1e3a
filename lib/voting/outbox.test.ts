import { expect, test } from "vitest";
import {
  addVote,
  emptyOutbox,
  markTried,
  nextBatch,
  parseOutbox,
  removeVotes,
  withdrawVote,
} from "./outbox";

const agree = (statement: number) => ({ statement, value: 1 as const, important: false });
const disagree = (statement: number) => ({ statement, value: -1 as const, important: false });

test("a newer vote on the same statement takes the place of the older one", () => {
  const outbox = addVote(addVote(emptyOutbox, agree(7), 100), disagree(7), 101);
  expect(outbox.votes).toMatchObject([{ statement: 7, value: -1 }]);
});

test("numbers rise even when the clock goes back or stands still", () => {
  const first = addVote(emptyOutbox, agree(1), 100);
  const second = addVote(first, agree(2), 100);
  const third = addVote(second, agree(3), 50);
  const seqs = third.votes.map(({ seq }) => seq);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  expect(new Set(seqs).size).toBe(3);
});

test("taking back a vote that never left leaves nothing to send", () => {
  const outbox = withdrawVote(addVote(emptyOutbox, agree(7), 100), 7, 101);
  expect(outbox.votes).toEqual([]);
});

test("taking back a vote that may have arrived withdraws it with a higher number", () => {
  const cast = addVote(emptyOutbox, agree(7), 100);
  const tried = markTried(cast, nextBatch(cast));
  const outbox = withdrawVote(tried, 7, 101);
  expect(outbox.votes).toMatchObject([{ statement: 7, value: null }]);
  expect(outbox.votes[0]!.seq).toBeGreaterThan(cast.seq);
});

test("taking back a vote that was acknowledged withdraws it", () => {
  const outbox = withdrawVote(emptyOutbox, 7, 100);
  expect(outbox.votes).toMatchObject([{ statement: 7, value: null }]);
});

test("an answer removes what it carried, not what was cast while it was under way", () => {
  const sent = addVote(emptyOutbox, agree(7), 100);
  const batch = nextBatch(sent);
  const changed = addVote(markTried(sent, batch), disagree(7), 105);
  expect(removeVotes(changed, batch).votes).toMatchObject([{ statement: 7, value: -1 }]);
});

test("a request carries at most 100 votes, oldest first", () => {
  let outbox = emptyOutbox;
  for (let statement = 0; statement < 130; statement += 1) {
    outbox = addVote(outbox, agree(statement), 1000);
  }
  const batch = nextBatch(outbox);
  expect(batch.map(({ statement }) => statement)).toEqual(Array.from({ length: 100 }, (_, i) => i));
});

test("survives being written down", () => {
  const outbox = { ...addVote(emptyOutbox, agree(7), 100), idempotencyKey: "k" };
  expect(parseOutbox(JSON.stringify(outbox))).toEqual(outbox);
});

test.each([
  null,
  "",
  "null",
  "[]",
  "{",
  '{"votes":[],"seq":"1"}',
  '{"votes":[{"statement":7,"value":2,"important":false,"seq":1,"wasTried":false}],"seq":1}',
  '{"votes":[null],"seq":1}',
])("takes %j for no outbox", (text) => {
  expect(parseOutbox(text)).toBeNull();
});
