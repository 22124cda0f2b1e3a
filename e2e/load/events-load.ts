import { openSocket } from "./raw-client";
import { openRawStream } from "./raw-stream";

/** What the parent sends to this process. */
export type EventsLoadRequest = { type: "open"; options: EventsLoadOptions } | { type: "report" };

export interface EventsLoadOptions {
  url: string;
  slug: string;
  readers: number;
  /** Each process has an address of its own, and so enough ports. */
  localAddress: string;
  /** Whether they read at all: otherwise they ask for the stream and leave what comes lying. */
  isReading: boolean;
}

/** What comes back: that all are connected, or what they were told since the last report. */
export type EventsLoadAnswer = { type: "opened" } | { type: "report"; versions: VersionTold[] };

export interface VersionTold {
  version: number;
  /** How many of the readers were told. */
  readers: number;
  /** When the last of them was, ms since 1970. */
  lastAtMs: number;
}

const AT_ONCE = 50;

const told = new Map<number, VersionTold>();

process.on("message", (request: EventsLoadRequest) => {
  if (request.type === "open") void open(request.options).then(() => answer({ type: "opened" }));
  else {
    answer({ type: "report", versions: [...told.values()] });
    told.clear();
  }
});

function answer(message: EventsLoadAnswer): void {
  process.send?.(message);
}

async function open({ readers, isReading, ...options }: EventsLoadOptions): Promise<void> {
  for (let opened = 0; opened < readers; opened += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, readers - opened) }, () =>
      isReading ? openRawStream(options, note) : openUnread(options),
    );
    await Promise.all(some);
  }
}

function note(type: string, data: string): void {
  if (type !== "analysis") return;
  const version = Number(/"version":(\d+)/.exec(data)?.[1]);
  const entry = told.get(version) ?? { version, readers: 0, lastAtMs: 0 };
  entry.readers += 1;
  entry.lastAtMs = performance.timeOrigin + performance.now();
  told.set(version, entry);
}

async function openUnread(options: Pick<EventsLoadOptions, "url" | "slug" | "localAddress">) {
  const { url, slug, localAddress } = options;
  const socket = await openSocket(url, localAddress);
  socket.pause();
  const { host } = new URL(url);
  socket.write(`GET /api/v1/conversations/${slug}/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
}
