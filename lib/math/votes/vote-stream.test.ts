import { expect, test } from "vitest";
import { createVoteStream, type StreamedVote } from "./vote-stream";

const noCaps = { maxParticipants: 100, maxStatements: 100 };
const vote = (participant: number, statement: number, value: number): StreamedVote => ({
  participant,
  statement,
  value,
});

test("rows and columns come in the order of their first vote, a batch by statement", () => {
  const stream = createVoteStream(noCaps);
  stream.add([vote(3, 9, 1), vote(8, 4, -1), vote(5, 4, 0)]);
  stream.add([vote(1, 2, 1), vote(8, 9, -1)]);
  const { participants, statements, rowStart, columns, values } = stream.toMatrix();
  // First batch, by statement: 5 on 4, 8 on 4, 3 on 9. Second: 1 on 2, 8 on 9.
  expect([...participants]).toEqual([5, 8, 3, 1]);
  expect([...statements]).toEqual([4, 9, 2]);
  expect([...rowStart]).toEqual([0, 1, 3, 4, 5]);
  expect([...columns]).toEqual([0, 0, 1, 1, 2]);
  expect([...values]).toEqual([0, -1, -1, 1, 1]);
});

test("the last vote in a cell stands, and keeps its place", () => {
  const stream = createVoteStream(noCaps);
  stream.add([vote(1, 0, 1), vote(2, 0, 1), vote(1, 0, -1)]);
  stream.add([vote(2, 0, 0)]);
  const { participants, values } = stream.toMatrix();
  expect([...participants]).toEqual([1, 2]);
  expect([...values]).toEqual([-1, 0]);
});

test("over the caps only known people vote, and only on known statements", () => {
  const stream = createVoteStream({ maxParticipants: 2, maxStatements: 2 });
  stream.add([vote(7, 0, 1), vote(6, 1, 1)]);
  // 5 comes too late; so does statement 2; 7 may still vote on 1 and change its mind on 0.
  stream.add([vote(5, 0, 1), vote(7, 2, 1), vote(7, 1, -1), vote(7, 0, 0)]);
  const { participants, statements, columns, values } = stream.toMatrix();
  expect([...participants]).toEqual([7, 6]);
  expect([...statements]).toEqual([0, 1]);
  expect([...columns]).toEqual([0, 1, 1]);
  expect([...values]).toEqual([0, -1, 1]);
});

test("nothing fed, nothing there", () => {
  const { participants, statements, rowStart } = createVoteStream(noCaps).toMatrix();
  expect([participants.length, statements.length, ...rowStart]).toEqual([0, 0, 0]);
});
