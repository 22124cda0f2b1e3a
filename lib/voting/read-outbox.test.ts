import { expect, test } from "vitest";
import { addVote, emptyOutbox, nextBatch, refuse } from "./outbox";
import { parseOutbox, readOutbox } from "./read-outbox";

const agree = (statement: number) => ({ statement, value: 1 as const, important: false });
const by = { now: 100, key: "k" };

test("survives being written down", () => {
  const cast = addVote(addVote(emptyOutbox, agree(7), by), agree(8), by);
  const outbox = {
    ...refuse(cast, nextBatch(cast, 1), "statement-rejected"),
    counted: [1, 2],
    countedAt: 9.5,
  };
  expect(readOutbox(structuredClone(outbox))).toEqual(outbox);
  expect(parseOutbox(JSON.stringify(outbox))).toEqual(outbox);
});

test("reads what was written before counted votes were kept", () => {
  const vote = { statement: 7, value: 1, important: false, seq: 5, wasTried: true };
  const text = JSON.stringify({ votes: [vote], seq: 5, idempotencyKey: "k" });
  expect(parseOutbox(text)).toEqual({
    ...emptyOutbox,
    votes: [vote],
    seq: 5,
    idempotencyKey: "k",
  });
});

test.each([
  null,
  "",
  "null",
  "7",
  "[]",
  "{",
  '{"votes":[],"seq":"1"}',
  '{"votes":[{"statement":7,"value":2,"important":false,"seq":1,"wasTried":false}],"seq":1}',
  '{"votes":[null],"seq":1}',
  '{"votes":[],"counted":["7"],"seq":1}',
  '{"votes":[],"refused":[{"statement":7}],"seq":1}',
])("takes %j for no outbox", (text) => {
  expect(parseOutbox(text)).toBeNull();
});
