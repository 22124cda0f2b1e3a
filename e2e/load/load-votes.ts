import { packCollected } from "@/lib/math/votes/collect-votes";
import { createVoteStore } from "@/lib/math/votes/vote-store";
import { readAllVotes } from "@/server/analysis/read-all-votes";
import { openDatabase } from "@/server/db/client";

export interface VoteReading {
  participants: number;
  statements: number;
  votes: number;
  seconds: number;
  /** Of this process; PostgreSQL works beside it. */
  cpuSeconds: number;
  peakMiB: number;
}

// A process of its own: its memory is that of one load.
process.once("message", ({ url, conversationId }: { url: string; conversationId: number }) => {
  void measure(url, conversationId).then((reading) => {
    process.send?.(reading);
    process.disconnect();
  });
});

async function measure(url: string, conversationId: number): Promise<VoteReading> {
  const { sql, close } = openDatabase(url, { max: 1 });
  await sql`select 1`;
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const collected = await sql.begin("isolation level repeatable read read only", (tx) =>
    readAllVotes(tx, { url, conversationId }, new Set()),
  );
  const { participants, statements } = collected;
  const store = createVoteStore(packCollected(collected));
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  await close();
  return {
    participants: participants.length,
    statements: statements.length,
    votes: store.voteCount,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
}
