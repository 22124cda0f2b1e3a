import { withPatience } from "../_live/with-patience";

export interface CatchUp {
  versionShown(): number;
  /** Says that there is an analysis of this version. */
  announce(version: number): void;
  stop(): void;
}

const retryMs = 2_000;
/** Much more than the largest analysis takes on a slow phone. */
const patienceMs = 60_000;

/**
 * Fetches what is announced, one at a time and only the newest; tries again when a fetch fails.
 * @param version the newest one that is there already; 0 for none
 */
export function catchUpWith<Found extends { version: number }>(
  version: number,
  fetchOne: (version: number, signal: AbortSignal) => Promise<Found>,
  deliver: (found: Found) => void,
): CatchUp {
  const abort = new AbortController();
  let shown = version;
  let wanted = version;
  let isFetching = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fetchNewest = (newest: number) =>
    withPatience(patienceMs, abort.signal, (signal) => fetchOne(newest, signal));

  async function catchUp(): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    try {
      while (wanted > shown && !abort.signal.aborted) {
        const found = await fetchNewest(wanted);
        if (abort.signal.aborted) return;
        shown = found.version;
        deliver(found);
      }
    } catch {
      // The page keeps what it shows; the connection's state says whether it is stale.
      clearTimeout(timer);
      if (!abort.signal.aborted) timer = setTimeout(catchUp, retryMs);
    } finally {
      isFetching = false;
    }
  }

  return {
    versionShown: () => shown,
    announce(announced) {
      wanted = Math.max(wanted, announced);
      void catchUp();
    },
    stop() {
      abort.abort();
      clearTimeout(timer);
    },
  };
}
