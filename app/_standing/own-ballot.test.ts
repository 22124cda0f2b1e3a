import { expect, test } from "vitest";
import type { OwnVote } from "@/lib/schemas/participation";
import { emptyOutbox, type Outbox, type WaitingVote } from "@/lib/voting/outbox";
import { combineBallot, noteCast } from "./own-ballot";

const counted = (statement: number, value: 1 | 0 | -1, text: string | null = `S${statement}`) =>
  ({
    statement,
    value,
    text,
    language: null,
    important: false,
    at: "2026-01-01",
  }) satisfies OwnVote;

function outbox(...votes: [statement: number, value: WaitingVote["value"], wasTried?: boolean][]) {
  return {
    ...emptyOutbox,
    votes: votes.map(([statement, value, wasTried = false], seq) => ({
      statement,
      value,
      wasTried,
      seq,
      important: false,
    })),
  } satisfies Outbox;
}

test("the votes of this device go before those that the server has counted", () => {
  const cast = new Map([
    [1, -1],
    [2, null],
    [3, 0],
  ] as const);
  const shown = new Map([[3, { text: "S3", language: "en" }]]);
  const ballot = combineBallot([counted(0, 1), counted(1, 1), counted(2, 1)], cast, shown);
  expect([...ballot.votes]).toEqual([
    [0, 1],
    [1, -1],
    [3, 0],
  ]);
  expect(Object.keys(ballot.statements)).toEqual(["0", "1", "3"]);
});

test("a statement that is no longer published keeps its vote and loses its words", () => {
  const ballot = combineBallot([counted(0, 1, null)], new Map(), new Map());
  expect(ballot.votes.get(0)).toBe(1);
  expect(ballot.statements).toEqual({});
});

test("what was voted on before is quoted in the reader's language too", () => {
  const translation = { text: "S4 auf Deutsch", locale: "de", origin: "entered" } as const;
  const ballot = combineBallot([{ ...counted(4, 1), translation }], new Map(), new Map());
  expect(ballot.statements[4]).toMatchObject({ text: "S4", translation });
});

test("a vote that leaves the outbox because it was sent still counts", () => {
  const cast = noteCast(new Map(), emptyOutbox, outbox([4, 1]));
  expect([...noteCast(cast, outbox([4, 1, true]), emptyOutbox)]).toEqual([[4, 1]]);
});

test("a vote taken back before it left does not, and a withdrawal is one", () => {
  const cast = noteCast(new Map(), emptyOutbox, outbox([4, 1], [5, 1, true]));
  const after = noteCast(cast, outbox([4, 1], [5, 1, true]), outbox([5, null]));
  expect([...after]).toEqual([[5, null]]);
});
