import { analyze } from "@/lib/math/analyze";
import { toAnalysis } from "@/lib/math/computed-analysis";
import { createPolisHistory } from "@/lib/math/polis-history";
import { createRandom, shuffle } from "@/lib/math/random";
import type { AnalysisStatement } from "@/lib/math/statement-flags";
import { createVoteMatrix } from "@/lib/math/vote-matrix";
import type { StreamedVote } from "@/lib/math/vote-stream";

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
};

function toMatrix(votes: readonly StreamedVote[]) {
  return createVoteMatrix({
    participant: Int32Array.from(votes, ({ participant }) => participant),
    statement: Int32Array.from(votes, ({ statement }) => statement),
    value: Int8Array.from(votes, ({ value }) => value),
  });
}
