import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/server/log";

interface Closer {
  name: string;
  close(): Promise<void>;
  mustFinish: boolean;
}

/** What the process opened, to be closed in the opposite order. */
export interface Shutdown {
  add(name: string, close: () => Promise<void>, options?: { mustFinish: boolean }): void;
  /** Closes everything once, whoever asks how often; nothing that fails or hangs keeps the rest open. */
  run(): Promise<void>;
}

/** All closers together have `patienceMs`, but what must finish is waited for. */
export function createShutdown(patienceMs = 5_000): Shutdown {
  const closers: Closer[] = [];
  let running: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (let closer = closers.pop(); closer; closer = closers.pop()) {
      await closeOne(closer, deadline - Date.now());
    }
  }

  return {
    add: (name, close, { mustFinish } = { mustFinish: false }) => {
      closers.push({ name, close, mustFinish });
    },
    run: () => {
      running ??= closeAll();
      return running;
    },
  };
}

async function closeOne({ name, close, mustFinish }: Closer, patienceMs: number): Promise<void> {
  const closing = close().catch((error: unknown) => {
    log.error("Closing failed.", { part: name, error });
  });
  if (mustFinish) return closing;
  const timer = new AbortController();
  const tired = sleep(Math.max(patienceMs, 0), "tired", { signal: timer.signal }).catch(() => "");
  if ((await Promise.race([closing, tired])) === "tired") {
    log.warn("Closing took too long and was left behind.", { part: name });
  }
  timer.abort();
}
