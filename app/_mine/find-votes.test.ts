import { expect, test } from "vitest";
import type { OwnVote } from "@/lib/schemas/participation";
import { findVotes } from "./find-votes";

const votes = [...Array(120).keys()].map(
  (statement): OwnVote => ({
    statement,
    text:
      statement === 7
        ? null
        : statement % 2 === 0
          ? `Mehr Bäume ${statement}`
          : `公車 ${statement}`,
    language: null,
    value: 1,
    important: false,
    at: "2026-05-01T12:00:00.000Z",
  }),
);

test("all votes come, fifty at a time", () => {
  const first = findVotes(votes, {});
  expect([first.votes.length, first.more, first.next]).toEqual([50, 50, 100]);
  const second = findVotes(votes, { show: "100" });
  expect([second.votes.length, second.more, second.next]).toEqual([100, 20, 150]);
  expect(findVotes(votes, { show: "150" })).toMatchObject({ more: 0 });
});

test("words are found whatever their case and accents, all of them together", () => {
  expect(findVotes(votes, { q: " BAUME  mehr 8" }).votes.map(({ statement }) => statement)).toEqual(
    [8, 18, 28, 38, 48, 58, 68, 78, 80, 82, 84, 86, 88, 98, 108, 118],
  );
  expect(findVotes(votes, { q: "公車 11" }).votes.map(({ statement }) => statement)).toEqual([
    11, 111, 113, 115, 117, 119,
  ]);
  expect(findVotes(votes, { q: "nothing like it" }).votes).toEqual([]);
});
