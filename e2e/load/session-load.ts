import { randomBytes } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { openRawClient } from "./raw-client";

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
  /** When each phone had the words of the statement, ms since 1970. */
  seenAtMs: number[];
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
    seenAtMs: [],
  };
  const streams: Stream[] = [];
  for (let phone = 0; phone < options.phones; phone += 50) {
    const opened = Array.from({ length: Math.min(50, options.phones - phone) }, () =>
      openStream(options),
    );
    streams.push(...(await Promise.all(opened)));
  }
  process.send?.({ type: "listening" } satisfies SessionLoadMessage);
  await Promise.all(streams.map(({ statement }) => follow(statement, options, result)));
  for (const { close } of streams) close();
  return result;
}

interface Stream {
  /** The first statement that is shown. */
  statement: Promise<number>;
  close(): void;
}

function openStream({ url, slug }: SessionLoadOptions): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const request = get(`${url}/api/v1/conversations/${slug}/events`, { agent: false });
    request.once("error", reject);
    request.once("response", (response) => {
      resolve({ statement: readStatement(response), close: () => request.destroy() });
    });
  });
}

function readStatement(response: IncomingMessage): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = "";
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      text += chunk;
      const shown = /"statement":(\d+)/.exec(text);
      if (shown) resolve(Number(shown[1]));
    });
    response.once("error", () => {}); // the phone is put away, or `end` says so
    response.once("end", () => reject(new Error("A stream ended.")));
  });
}

/** Hears of the statement, asks for its words, thinks, and votes once. */
async function follow(
  shown: Promise<number>,
  { url, slug, withinMs }: SessionLoadOptions,
  result: SessionLoadResult,
): Promise<void> {
  try {
    const statement = await shown;
    await sleep(Math.random() * SPREAD_MS);
    const words = await fetch(`${url}/api/v1/conversations/${slug}/session`);
    if (!(await words.text()).includes(`"id":${statement}`)) throw new Error("No words came.");
    result.seenAtMs.push(performance.timeOrigin + performance.now());
    await sleep(Math.random() * withinMs);
    const client = await openRawClient(url);
    const body = JSON.stringify({ votes: [{ statement, value: Math.random() < 0.5 ? 1 : -1 }] });
    const key = `Idempotency-Key: ${randomBytes(16).toString("hex")}\r\n`;
    const startedAt = performance.now();
    const answer = await client.post(`/api/v1/conversations/${slug}/votes`, body, key);
    result.latenciesMs.push(performance.now() - startedAt);
    if (answer.status === 200) result.accepted += 1;
    else result.refused += 1;
    client.close();
  } catch {
    result.failed += 1; // counted: none may be
  }
}
