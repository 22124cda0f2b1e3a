import { expect, test } from "vitest";
import {
  acknowledge,
  addVote,
  adopt,
  emptyOutbox,
  markTried,
  nextBatch,
  type Outbox,
  refuse,
  startFrom,
  startFromPage,
  votedStatements,
  withdrawVote,
} from "./outbox";

const agree = (statement: number) => ({ statement, value: 1 as const, important: false });
const disagree = (statement: number) => ({ statement, value: -1 as const, important: false });
const at = (now: number) => ({ now, key: "key of this page" });
const tried = (outbox: Outbox) => markTried(outbox, nextBatch(outbox));

test("a newer vote on the same statement takes the place of the older one", () => {
  const outbox = addVote(addVote(emptyOutbox, agree(7), at(100)), disagree(7), at(101));
  expect(outbox.votes).toMatchObject([{ statement: 7, value: -1 }]);
});

test("numbers rise even when the clock goes back or stands still", () => {
  const first = addVote(emptyOutbox, agree(1), at(100));
  const second = addVote(first, agree(2), at(100));
  const third = addVote(second, agree(3), at(50));
  const seqs = third.votes.map(({ seq }) => seq);
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  expect(new Set(seqs).size).toBe(3);
});

test("numbers go on from the server's, whatever the clock of another device was", () => {
  const outbox = startFrom(emptyOutbox, { voted: [7], seq: 5_000 });
  expect(addVote(outbox, disagree(7), at(100)).votes[0]!.seq).toBeGreaterThan(5_000);
  expect(startFrom(addVote(emptyOutbox, agree(1), at(100)), { voted: [], seq: 7 }).seq).toBe(100);
});

test("an answer that was on its way while votes were acknowledged does not take them back", () => {
  const asked = startFrom(emptyOutbox, { voted: [1, 2], seq: 5 });
  const sent = withdrawVote(addVote(asked, agree(3), at(6)), 2, at(7));
  const since = acknowledge(sent, nextBatch(sent), 200);
  const answered = startFrom(since, { voted: [1, 2, 9], seq: 5 }, asked.counted);
  expect(new Set(answered.counted)).toEqual(new Set([1, 3, 9]));
});

test("a page that was asked for before a vote was acknowledged does not take it back", () => {
  const sent = addVote(emptyOutbox, agree(3), at(100));
  const outbox = acknowledge(sent, nextBatch(sent), 200);
  const page = { voted: [], seq: 0 };
  const opened = (openedAt: number, now: number) => startFromPage(outbox, page, { openedAt, now });
  expect(opened(199, 300).counted).toEqual([3]);
  expect(opened(201, 300).counted).toEqual([]);
  expect(opened(150, 160).counted).toEqual([]); // the clock was set back
});

test("whoever looks on without a vote leaves nothing to write down", () => {
  expect(startFrom(emptyOutbox, { voted: [], seq: 0 })).toBe(emptyOutbox);
});

test("a newcomer keeps the first key for as long as votes are under way", () => {
  const first = addVote(emptyOutbox, agree(1), { now: 100, key: "one tab" });
  const second = addVote(first, agree(2), { now: 101, key: "another tab" });
  expect(second.idempotencyKey).toBe("one tab");
  expect(acknowledge(second, nextBatch(second, 1), 200).idempotencyKey).toBe("one tab");
  expect(acknowledge(second, nextBatch(second), 200).idempotencyKey).toBeNull();
});

test("taking back a vote that never left leaves nothing to send", () => {
  const outbox = withdrawVote(addVote(emptyOutbox, agree(7), at(100)), 7, at(101));
  expect(outbox.votes).toEqual([]);
  expect(votedStatements(outbox).has(7)).toBe(false);
});

test("taking back a vote that may have arrived withdraws it with a higher number", () => {
  const cast = tried(addVote(emptyOutbox, agree(7), at(100)));
  const outbox = withdrawVote(cast, 7, at(101));
  expect(outbox.votes).toMatchObject([{ statement: 7, value: null }]);
  expect(outbox.votes[0]!.seq).toBeGreaterThan(cast.seq);
});

test("taking back a change withdraws when the vote before it may have arrived", () => {
  const changed = addVote(tried(addVote(emptyOutbox, agree(7), at(100))), disagree(7), at(101));
  expect(withdrawVote(changed, 7, at(102)).votes).toMatchObject([{ statement: 7, value: null }]);
  const counted = startFrom(emptyOutbox, { voted: [7], seq: 0 });
  const changedHere = addVote(counted, disagree(7), at(100));
  expect(withdrawVote(changedHere, 7, at(101)).votes).toMatchObject([{ value: null }]);
});

test("taking back a vote that was acknowledged withdraws it", () => {
  const outbox = withdrawVote(emptyOutbox, 7, at(100));
  expect(outbox.votes).toMatchObject([{ statement: 7, value: null }]);
});

test("an answer removes what it carried, not what was cast while it was under way", () => {
  const sent = tried(addVote(emptyOutbox, agree(7), at(100)));
  const changed = addVote(sent, disagree(7), at(105));
  expect(acknowledge(changed, nextBatch(sent), 200).votes).toMatchObject([
    { statement: 7, value: -1 },
  ]);
});

test("what was acknowledged is remembered, what was withdrawn is open again", () => {
  const sent = addVote(addVote(emptyOutbox, agree(7), at(1)), agree(8), at(2));
  const counted = acknowledge(sent, nextBatch(sent), 200);
  expect(votedStatements(counted)).toEqual(new Set([7, 8]));
  const taken = withdrawVote(counted, 7, at(3));
  expect(votedStatements(taken)).toEqual(new Set([8]));
  expect(votedStatements(acknowledge(taken, nextBatch(taken), 200))).toEqual(new Set([8]));
});

test("an answer that comes twice changes nothing the second time", () => {
  const sent = tried(addVote(emptyOutbox, agree(7), at(100)));
  const once = acknowledge(sent, nextBatch(sent), 200);
  expect(acknowledge(once, nextBatch(sent), 200)).toEqual(once);
});

test("a late answer to a vote that was sent twice does not undo its withdrawal", () => {
  const sent = tried(addVote(emptyOutbox, agree(7), at(100)));
  const once = acknowledge(sent, nextBatch(sent), 200);
  const withdrawn = withdrawVote(once, 7, at(300));
  const open = acknowledge(withdrawn, nextBatch(withdrawn), 400);
  expect(votedStatements(acknowledge(open, nextBatch(sent), 500)).has(7)).toBe(false);
});

test("an answer that comes after everything was forgotten leaves no trace", () => {
  const sent = tried(addVote(emptyOutbox, agree(7), at(100)));
  expect(acknowledge(emptyOutbox, nextBatch(sent), 200)).toBe(emptyOutbox);
  expect(refuse(emptyOutbox, nextBatch(sent), "conversation-closed")).toBe(emptyOutbox);
});

test("a vote that came too late is neither sent again nor called counted", () => {
  const sent = addVote(emptyOutbox, agree(7), at(100));
  const outbox = refuse(sent, nextBatch(sent), "conversation-closed");
  expect(outbox.votes).toEqual([]);
  expect(votedStatements(outbox).has(7)).toBe(false);
  expect(outbox.refused).toEqual([{ statement: 7, reason: "conversation-closed" }]);
});

test("a request carries at most 100 votes, oldest first", () => {
  let outbox = emptyOutbox;
  for (let statement = 0; statement < 130; statement += 1) {
    outbox = addVote(outbox, agree(statement), at(1000));
  }
  const batch = nextBatch(outbox);
  expect(batch.map(({ statement }) => statement)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(nextBatch(outbox, 1)).toHaveLength(1);
});

test("an outbox of an earlier version joins, and what was cast since goes before it", () => {
  const old = addVote(addVote(emptyOutbox, agree(7), { now: 100, key: "old" }), agree(8), at(101));
  const outbox = adopt(addVote(emptyOutbox, disagree(7), at(50)), old);
  expect(outbox.votes).toMatchObject([
    { statement: 8, value: 1 },
    { statement: 7, value: -1 },
  ]);
  expect(outbox.seq).toBe(101);
});
