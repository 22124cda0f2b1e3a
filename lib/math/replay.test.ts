import fc from "fast-check";
import { expect, test } from "vitest";
import { computePolisAnalysis } from "./analyze-polis";
import { unpackVotes } from "./packed-votes";
import { type PreviousAnalysis, toPreviousAnalysis } from "./previous-analysis";
import { createRandom, shuffle } from "./random";
import { compareDisplays } from "./testing/compare-displays";
import { acceptedStatements, matrixOf, randomRows } from "./testing/matrices";
import { simulateVotes } from "./testing/simulated-votes";
import type { VoteMatrix } from "./vote-matrix";
import { createVoteStore } from "./vote-store";
import { listVotes } from "./vote-stream";

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

test("nobody sees the map flip or letters change hands while votes come in", () => {
  fc.assert(
    fc.property(conversations, (conversation) => {
      let before: PreviousAnalysis | undefined;
      for (const now of replay(conversation)) {
        if (before) {
          expect(compareDisplays(before, now)).toMatchObject({ axisFlips: 0, letterSwaps: 0 });
        }
        before = now;
      }
    }),
    { numRuns: 60 },
  );
});

/** Each analysis of a growing conversation, in which every fifth vote is turned round or taken back. */
function* replay(conversation: Conversation): Generator<PreviousAnalysis> {
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
    const analysis = computePolisAnalysis(
      { votes: unpackVotes(store.read()), statements },
      previous,
    );
    previous = toPreviousAnalysis(analysis, previous);
    yield previous;
  }
}

function createVotes({ seed, groups, participants, statements }: Conversation): VoteMatrix {
  if (groups === 0) return matrixOf(randomRows(seed, participants, statements));
  const size = { participants, statements, votesPerParticipant: 8, groups, seed };
  return unpackVotes(simulateVotes(size).votes);
}
