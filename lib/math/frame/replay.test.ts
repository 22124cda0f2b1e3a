import fc from "fast-check";
import { expect, test } from "vitest";
import { noStability } from "../certainty/stability";
import { computePlenumAnalysis } from "../plenum/analyze-plenum";
import { computePolisAnalysis } from "../polis/analyze-polis";
import { createRandom, shuffle } from "../random";
import { compareDisplays } from "../testing/compare-displays";
import { acceptedStatements, matrixOf, randomRows } from "../testing/matrices";
import { simulateVotes } from "../testing/simulated-votes";
import { unpackVotes } from "../votes/packed-votes";
import type { VoteMatrix } from "../votes/vote-matrix";
import { createVoteStore } from "../votes/vote-store";
import { listVotes } from "../votes/vote-stream";
import { type PreviousAnalysis, toPreviousAnalysis } from "./previous-analysis";

interface Conversation {
  seed: number;
  /** 0: everybody votes at random. */
  groups: number;
  participants: number;
  statements: number;
  batches: number;
}

const conversations: fc.Arbitrary<Conversation> = fc.record({
  seed: fc.integer(),
  groups: fc.integer({ min: 0, max: 4 }),
  participants: fc.integer({ min: 3, max: 60 }),
  statements: fc.integer({ min: 2, max: 15 }),
  batches: fc.integer({ min: 2, max: 9 }),
});

test.each(["polis", "plenum"] as const)(
  "profile %s: nobody sees the map flip or letters change hands while votes come in",
  (profile) => {
    fc.assert(
      fc.property(conversations, (conversation) => {
        let before: PreviousAnalysis | undefined;
        let lastGrouped: PreviousAnalysis | undefined;
        for (const now of replay(conversation, profile)) {
          if (before) expect(compareDisplays(before, now).axisFlips).toBe(0);
          if (lastGrouped) expect(compareDisplays(lastGrouped, now).letterSwaps).toBe(0);
          before = now;
          if (now.frame.k > 0) lastGrouped = now;
        }
      }),
      { numRuns: 25 },
    );
  },
);

/**
 * Each analysis of a growing conversation, in which every fifth vote is turned round or taken back.
 * With profile plenum there are no clear groups every third time.
 */
function* replay(
  conversation: Conversation,
  profile: "polis" | "plenum",
): Generator<PreviousAnalysis> {
  const { seed, batches } = conversation;
  const votes = shuffle(listVotes(createVotes(conversation)), createRandom(seed));
  const statements = acceptedStatements(conversation.statements);
  const store = createVoteStore();
  let previous: PreviousAnalysis | undefined;
  for (let batch = 0; batch < batches; batch++) {
    const from = Math.floor((batch * votes.length) / batches);
    const to = Math.floor(((batch + 1) * votes.length) / batches);
    for (const { participant, statement, value } of votes.slice(from, to)) {
      store.set(participant, statement, value);
    }
    for (const [index, { participant, statement, value }] of votes.slice(0, from).entries()) {
      if ((index + batch) % 5 !== 0) continue;
      store.set(participant, statement, value === 0 ? null : -value);
    }
    const structure = { clear: batch % 3 !== 1, pValue: null, method: "none" };
    const carried = { structure, stability: noStability, letters: {} };
    const analysis =
      profile === "plenum"
        ? computePlenumAnalysis(store, { statements, previous, carried })
        : computePolisAnalysis({ votes: unpackVotes(store.read()), statements }, previous);
    previous = toPreviousAnalysis(analysis, previous);
    yield previous;
  }
}

function createVotes({ seed, groups, participants, statements }: Conversation): VoteMatrix {
  if (groups === 0) return matrixOf(randomRows(seed, participants, statements));
  const size = { participants, statements, votesPerParticipant: 8, groups, seed };
  return unpackVotes(simulateVotes(size).votes);
}
