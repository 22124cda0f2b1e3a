import { analyze } from "@/lib/math/analyze";
import { toAnalysis } from "@/lib/math/computed-analysis";
import { createEngine } from "@/lib/math/engine";
import { createPolisHistory } from "@/lib/math/polis/polis-history";
import { createRandom, shuffle } from "@/lib/math/random";
import { packVotes } from "@/lib/math/votes/packed-votes";
import type { AnalysisStatement } from "@/lib/math/votes/statement-flags";
import { createVoteMatrix } from "@/lib/math/votes/vote-matrix";
import type { StreamedVote } from "@/lib/math/votes/vote-stream";
import { findStanding } from "@/lib/results/standing";

/** A conversation as it is handed to a page. */
export interface PlainConversation {
  votes: StreamedVote[];
  statements: AnalysisStatement[];
}

/** Ways to analyse a conversation; each gives the bytes of the whole result. */
export const runs = {
  /** Profile polis from the votes in another order. */
  polis({ votes, statements }: PlainConversation): string {
    const matrix = toMatrix(shuffle(votes, createRandom(1)));
    return JSON.stringify(analyze({ votes: matrix, statements, profile: "polis" }));
  },
  /** Profile polis, warm, in five batches. */
  polisHistory({ votes, statements }: PlainConversation): string {
    const history = createPolisHistory();
    history.moderate(statements);
    const size = Math.ceil(votes.length / 5);
    const updates = [0, 1, 2, 3, 4].map((batch) =>
      toAnalysis(history.update(votes.slice(batch * size, (batch + 1) * size))),
    );
    return JSON.stringify(updates);
  },
  /** Profile plenum, in one go. */
  plenum({ votes, statements }: PlainConversation): string {
    return JSON.stringify(analyze({ votes: toMatrix(votes), statements, profile: "plenum" }));
  },
  /** Profile plenum, the votes in another order, a third in one go and two thirds one by one. */
  plenumIncremental({ votes, statements }: PlainConversation): string {
    const shuffled = shuffle(votes, createRandom(2));
    const third = Math.floor(votes.length / 3);
    const engine = createEngine(packVotes(toMatrix(shuffled.slice(0, third))));
    for (const [index, { participant, statement, value }] of shuffled.slice(third).entries()) {
      engine.set(participant, statement, value === 0 ? 1 : 0); // and then thinks again
      if (index === third) engine.analyze({ statements });
      engine.set(participant, statement, value);
    }
    return JSON.stringify(toAnalysis(engine.analyze({ statements })));
  },
  /** Where everybody stands by their own votes. */
  standings({ votes, statements }: PlainConversation): string {
    const analysis = analyze({ votes: toMatrix(votes), statements, profile: "plenum" });
    const own = new Map<number, [number, number][]>();
    for (const { participant, statement, value } of votes) {
      const ballot = own.get(participant) ?? [];
      ballot.push([statement, value]);
      own.set(participant, ballot);
    }
    return JSON.stringify(Array.from(own.values(), (ballot) => findStanding(ballot, analysis)));
  },
};

function toMatrix(votes: readonly StreamedVote[]) {
  return createVoteMatrix({
    participant: Int32Array.from(votes, ({ participant }) => participant),
    statement: Int32Array.from(votes, ({ statement }) => statement),
    value: Int8Array.from(votes, ({ value }) => value),
  });
}
