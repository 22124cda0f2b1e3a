import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 30_000;

/** Waits until a request is really answered. */
export async function waitUntilHealthy(localUrl: string, signal: AbortSignal): Promise<void> {
  let last = "";
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50)) {
    signal.throwIfAborted();
    const answer = await fetch(`${localUrl}/api/health`).catch((error: Error) => error);
    if (answer instanceof Response && answer.ok) return;
    last = answer instanceof Response ? await answer.text() : answer.message;
  }
  throw new Error(`The server does not answer as it should: ${last}`);
}
