import { randomBytes } from "node:crypto";
import { openRawClient } from "./raw-client";

/** What the parent sends to this process. */
export interface VoteLoadOptions {
  url: string;
  slug: string;
  connections: number;
  seconds: number;
  statements: number;
}

/** What comes back. */
export interface VoteLoadResult {
  seconds: number;
  acknowledged: number;
  refused: number;
  participants: number;
  /** Next statements in an answer, on average. */
  nextPerAnswer: number;
  p50Ms: number;
  p99Ms: number;
}

// A process of its own: the load must not be slowed down by what it measures.
process.once("message", (options: VoteLoadOptions) => {
  void generate(options).then((result) => {
    process.send?.(result);
    process.disconnect();
  });
});

async function generate(options: VoteLoadOptions): Promise<VoteLoadResult> {
  const tally = {
    acknowledged: 0,
    refused: 0,
    participants: 0,
    next: 0,
    latencies: [] as number[],
  };
  const startedAt = performance.now();
  const endsAt = startedAt + options.seconds * 1000;
  await Promise.all(
    Array.from({ length: options.connections }, () => voteUntil(endsAt, options, tally)),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const sorted = tally.latencies.sort((a, b) => a - b);
  return {
    seconds,
    acknowledged: tally.acknowledged,
    refused: tally.refused,
    participants: tally.participants,
    nextPerAnswer: tally.next / Math.max(1, tally.acknowledged),
    p50Ms: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

/** One connection: a participant votes on every statement once, then the next one comes. */
async function voteUntil(
  endsAt: number,
  { url, slug, statements }: VoteLoadOptions,
  tally: {
    acknowledged: number;
    refused: number;
    participants: number;
    next: number;
    latencies: number[];
  },
): Promise<void> {
  const client = await openRawClient(url);
  const path = `/api/v1/conversations/${slug}/votes`;
  while (performance.now() < endsAt) {
    let headers = `Idempotency-Key: ${randomBytes(16).toString("hex")}\r\n`;
    tally.participants += 1;
    for (let statement = 0; statement < statements && performance.now() < endsAt; statement += 1) {
      const value = ((statement + tally.participants) % 3) - 1;
      const sentAt = performance.now();
      const answer = await client.post(
        path,
        `{"votes":[{"statement":${statement},"value":${value}}]}`,
        headers,
      );
      tally.latencies.push(performance.now() - sentAt);
      if (answer.status !== 200) {
        tally.refused += 1;
        continue;
      }
      tally.acknowledged += 1;
      tally.next += answer.body.split('"id":').length - 2;
      if (statement === 0) {
        const token = /"token":"([^"]+)"/.exec(answer.body)![1];
        headers = `Authorization: Participant ${token}\r\n`;
      }
    }
  }
  client.close();
}
