import { expect, test } from "vitest";
import { createEngine } from "@/lib/math/engine";
import { type CollectedVotes, createVoteCollector } from "@/lib/math/votes/collect-votes";
import {
  type AnalysisQuestion,
  createHeldConversations,
  type VoteChanges,
} from "./held-conversations";

const statements = Array.from({ length: 9 }, (_, id) => ({
  id,
  moderation: "accepted" as const,
  isMetadata: false,
}));

/** Forty people in two camps. */
function collectVotes(): CollectedVotes {
  const votes = createVoteCollector();
  for (let person = 0; person < 40; person++) {
    for (const { id } of statements) {
      if ((person + id) % 7 === 0) continue;
      votes.add(person, id, (person % 2 === 0) === (id % 2 === 0) ? 1 : -1);
    }
  }
  return votes.finish();
}

const question = (asked: Partial<AnalysisQuestion>): AnalysisQuestion => ({
  conversationId: 1,
  votes: null,
  changes: new Int32Array(0) as VoteChanges,
  statements,
  previous: "kept",
  carried: null,
  ...asked,
});

test("a complete run takes the place of the approximate one of the same votes", () => {
  const held = createHeldConversations(createEngine);
  const first = held.analyse(question({ votes: collectVotes(), previous: null }));
  const vote = Int32Array.of(50, 0, 1);
  const quick = held.analyse(question({ changes: vote, carried: first.certainty }));
  const complete = held.analyse(question({}));
  const later = held.analyse(question({ changes: Int32Array.of(50, 1, -1) }));
  expect([quick.core.approximate, complete.core.approximate]).toEqual([true, false]);
  const wins = [first, quick, complete, later].map(({ frame }) => frame.smoother.lastKCount);
  expect(wins).toEqual([1, 2, 2, 3]);
  expect(new Set([first, quick, complete, later].map(({ frame }) => frame.k)).size).toBe(1);
});
