import type { ServerResponse } from "node:http";

const HEARTBEAT_MS = 15_000;
/** No comment, of which a browser's script never hears: it could not tell quiet from a dead connection. */
const HEARTBEAT = "event: heartbeat\ndata: {}\n\n";
const RETRY_MS = 2_000;
const STALLED_MS = 60_000;

export interface EventStream {
  /** Aborts when the reader is gone. */
  signal: AbortSignal;
  /** Resolves when the reader has room again, or is gone. */
  send(event: { type: string; id?: number; data: unknown }): Promise<void>;
  end(): void;
}

/**
 * Begins an answer of server-sent events. A heartbeat every 15 s keeps proxies from closing it, and
 * tells a reader that it lives; a reader that takes nothing for a minute is let go.
 */
export function openEventStream(res: ServerResponse, heartbeatMs = HEARTBEAT_MS): EventStream {
  const controller = new AbortController();
  const { signal } = controller;
  res.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",
  });
  res.write(`retry: ${RETRY_MS}\n\n`);
  const heartbeat = setInterval(() => {
    if (!res.writableNeedDrain) res.write(HEARTBEAT);
  }, heartbeatMs);
  res.once("close", () => {
    clearInterval(heartbeat);
    controller.abort();
  });

  return {
    signal,
    async send({ type, id, data }) {
      if (signal.aborted) return;
      const line = id === undefined ? "" : `id: ${id}\n`;
      const hasRoom = res.write(`event: ${type}\n${line}data: ${JSON.stringify(data)}\n\n`);
      if (!hasRoom) await drained(res, signal);
    },
    end() {
      clearInterval(heartbeat);
      res.end();
    },
  };
}

function drained(res: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => res.destroy(), STALLED_MS);
    const finish = () => {
      clearTimeout(giveUp);
      res.off("drain", finish);
      signal.removeEventListener("abort", finish);
      resolve();
    };
    res.once("drain", finish);
    signal.addEventListener("abort", finish);
    if (signal.aborted) finish();
  });
}
