import { setTimeout as sleep } from "node:timers/promises";
import { TranslateError } from "./libre-translate";

const ATTEMPTS = 6;
const LONGEST_PAUSE_MS = 60_000;

/** Asks again, each time after a longer pause, as long as the server may do better later. */
export async function persist<T>(
  options: { firstPauseMs: number; signal: AbortSignal },
  ask: () => Promise<T>,
): Promise<T> {
  const { firstPauseMs, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const retryAfterMs = error instanceof TranslateError ? error.retryAfterMs : null;
      if (retryAfterMs === null || attempt === ATTEMPTS) throw error;
      const pauseMs = Math.max(retryAfterMs, firstPauseMs * 2 ** (attempt - 1));
      await sleep(Math.min(pauseMs, LONGEST_PAUSE_MS), undefined, { signal });
    }
  }
}
