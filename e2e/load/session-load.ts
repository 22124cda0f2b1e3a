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

/** What comes back: first that all listen, then that all have voted, then what came of it. */
export type SessionLoadMessage =
  | { type: "listening" }
  | { type: "voted" }
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
  /** When each phone had the results after they were revealed, ms since 1970. */
  resultsAtMs: number[];
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
    resultsAtMs: [],
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
  const tokens = await Promise.all(
    phones.map(({ statement }) =>
      follow(statement, options, result, () => {
        if (result.seenAtMs.length < options.phones) return;
        const { user, system } = process.cpuUsage(before);
        result.ownCpuMs = Math.round((user + system) / 1000);
      }),
    ),
  );
  process.send?.({ type: "voted" } satisfies SessionLoadMessage);
  await Promise.all(
    phones.map(({ revealed }, phone) => readResults(revealed, options, result, tokens[phone]!)),
  );
  for (const { stream } of phones) stream.close();
  return result;
}

interface Phone {
  stream: RawStream;
  /** The first statement that is shown. */
  statement: Promise<number>;
  /** When its results are revealed. */
  revealed: Promise<void>;
}

async function openPhone(options: SessionLoadOptions): Promise<Phone> {
  let hear = (_statement: number) => {};
  const statement = new Promise<number>((resolve) => {
    hear = resolve;
  });
  let reveal = () => {};
  const revealed = new Promise<void>((resolve) => {
    reveal = resolve;
  });
  const stream = await openRawStream(options, (_type, data) => {
    const shown = /"statement":(\d+)/.exec(data);
    if (shown) hear(Number(shown[1]));
    if (data.includes('"isRevealed":true')) reveal();
  });
  return { stream, statement, revealed };
}

/** Hears of the statement, asks for its words, thinks, and votes once; answers the token. */
async function follow(
  shown: Promise<number>,
  { url, slug, withinMs }: SessionLoadOptions,
  result: SessionLoadResult,
  onSeen: () => void,
): Promise<string> {
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
    return /"token":"([^"]+)"/.exec(answer.body)?.[1] ?? "";
  } catch {
    result.failed += 1; // counted: none may be
    return "";
  }
}

/** Hears that the results are revealed, and asks for them as the one who voted. */
async function readResults(
  revealed: Promise<void>,
  { url, slug }: SessionLoadOptions,
  result: SessionLoadResult,
  token: string,
): Promise<void> {
  try {
    await revealed;
    await sleep(Math.random() * SPREAD_MS);
    const client = await openRawClient(url);
    const path = `/api/v1/conversations/${slug}/session`;
    const answer = await client.get(path, `Authorization: Participant ${token}\r\n`);
    if (!answer.body.includes('"votes":')) throw new Error("No results came.");
    result.resultsAtMs.push(now());
    client.close();
  } catch {
    result.failed += 1;
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
