import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openRawClient } from "./raw-client";
import { openRawStream, type RawStream } from "./raw-stream";

/** Phones ask for the words within this time, as the page does. */
const SPREAD_MS = 200;

/** What the parent sends to this process. */
export interface SessionLoadOptions {
  url: string;
  slug: string;
  phones: number;
  /** Every phone votes within this time after it saw the statement. */
  withinMs: number;
}

/** What comes back: first that all listen, then what came of it. */
export type SessionLoadMessage =
  | { type: "listening" }
  | { type: "done"; result: SessionLoadResult };

export interface SessionLoadResult {
  accepted: number;
  refused: number;
  failed: number;
  /** Milliseconds of the answers to the votes, unsorted. */
  latenciesMs: number[];
  /** When each phone heard that there is a statement, ms since 1970. */
  heardAtMs: number[];
  /** When each phone had the words of the statement, ms since 1970. */
  seenAtMs: number[];
  /** Processor time that the phones themselves took from the first that heard to the last that saw. */
  ownCpuMs: number;
}

// A process of its own: the load must not be slowed down by what it measures.
process.once("message", (options: SessionLoadOptions) => {
  void simulate(options).then((result) => {
    process.send?.({ type: "done", result } satisfies SessionLoadMessage);
    process.disconnect();
  });
});

async function simulate(options: SessionLoadOptions): Promise<SessionLoadResult> {
  const result: SessionLoadResult = {
    accepted: 0,
    refused: 0,
    failed: 0,
    latenciesMs: [],
    heardAtMs: [],
    seenAtMs: [],
    ownCpuMs: 0,
  };
  const phones: Phone[] = [];
  for (let phone = 0; phone < options.phones; phone += 50) {
    const opened = Array.from({ length: Math.min(50, options.phones - phone) }, () =>
      openPhone(options),
    );
    phones.push(...(await Promise.all(opened)));
  }
  process.send?.({ type: "listening" } satisfies SessionLoadMessage);
  const before = process.cpuUsage();
  await Promise.all(
    phones.map(async ({ statement }) => {
      await follow(statement, options, result, () => {
        if (result.seenAtMs.length < options.phones) return;
        const { user, system } = process.cpuUsage(before);
        result.ownCpuMs = Math.round((user + system) / 1000);
      });
    }),
  );
  for (const { stream } of phones) stream.close();
  return result;
}

interface Phone {
  stream: RawStream;
  /** The first statement that is shown. */
  statement: Promise<number>;
}

async function openPhone(options: SessionLoadOptions): Promise<Phone> {
  let hear = (_statement: number) => {};
  const statement = new Promise<number>((resolve) => {
    hear = resolve;
  });
  const stream = await openRawStream(options, (_type, data) => {
    const shown = /"statement":(\d+)/.exec(data);
    if (shown) hear(Number(shown[1]));
  });
  return { stream, statement };
}

/** Hears of the statement, asks for its words, thinks, and votes once. */
async function follow(
  shown: Promise<number>,
  { url, slug, withinMs }: SessionLoadOptions,
  result: SessionLoadResult,
  onSeen: () => void,
): Promise<void> {
  const path = `/api/v1/conversations/${slug}`;
  try {
    const statement = await shown;
    result.heardAtMs.push(now());
    await sleep(Math.random() * SPREAD_MS);
    // The connection that brought the page is closed by now.
    const client = await openRawClient(url);
    const words = await client.get(`${path}/session`);
    if (!words.body.includes(`"id":${statement}`)) throw new Error("No words came.");
    result.seenAtMs.push(now());
    onSeen();
    await sleep(Math.random() * withinMs);
    const body = JSON.stringify({ votes: [{ statement, value: Math.random() < 0.5 ? 1 : -1 }] });
    const key = `Idempotency-Key: ${randomBytes(16).toString("hex")}\r\n`;
    const startedAt = performance.now();
    const answer = await client.post(`${path}/votes`, body, key);
    result.latenciesMs.push(performance.now() - startedAt);
    if (answer.status === 200) result.accepted += 1;
    else result.refused += 1;
    client.close();
  } catch {
    result.failed += 1; // counted: none may be
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
