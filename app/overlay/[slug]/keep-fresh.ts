import { withPatience } from "@/app/_live/with-patience";

interface Reading<Found> {
  read(signal: AbortSignal): Promise<Found>;
  onFound(found: Found): void;
  /** What is shown may be out of date until something is found again. */
  onFailed(): void;
}

export interface Freshness {
  /** Says that there may be something new. */
  refresh(): void;
  stop(): void;
}

/** ms; more often than that nobody sees, and a busy conversation would ask without end */
const gapMs = 500;
const retryMs = 2_000;
const patienceMs = 10_000;

/** Reads at once when there is news, but one at a time and not too often; tries again what failed. */
export function keepFresh<Found>({ read, onFound, onFailed }: Reading<Found>): Freshness {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isWanted = false;

  async function readNow(): Promise<void> {
    isReading = true;
    isWanted = false;
    let pauseMs = gapMs;
    try {
      const found = await withPatience(patienceMs, abort.signal, read);
      if (!abort.signal.aborted) onFound(found);
    } catch {
      isWanted = true;
      pauseMs = retryMs;
      if (!abort.signal.aborted) onFailed();
    }
    isReading = false;
    if (!abort.signal.aborted) timer = setTimeout(goOn, pauseMs);
  }

  function goOn(): void {
    timer = undefined;
    if (isWanted) void readNow();
  }

  return {
    refresh() {
      isWanted = true;
      if (!isReading && timer === undefined && !abort.signal.aborted) void readNow();
    },
    stop() {
      abort.abort();
      clearTimeout(timer);
    },
  };
}
