/** `live`: connected; `stale`: the connection is lost and being sought again. */
export type LiveState = "connecting" | "live" | "stale";

interface Listener {
  /** The newest version the page has: the events begin after it. */
  versionShown(): number;
  onState(state: LiveState): void;
  /** There is an analysis of this version. */
  onAnalysis(version: number): void;
  /** Something else has happened; only to those who ask for it. */
  onChange?(type: string, data: string): void;
}

/** What else a conversation tells of. */
const changes = ["statements", "conversation", "session"];

const firstRetryMs = 1_000;
const longestRetryMs = 8_000;

/**
 * Listens to a conversation's events for as long as it takes: a browser reconnects by itself when a
 * connection drops, but gives up on an answer that is not a stream (a restart, a proxy), so then we
 * ask again, ever more slowly and not all viewers at once.
 * @param token of a private overlay
 * @returns stops listening
 */
export function followEvents(
  slug: string,
  listener: Listener,
  token: string | null = null,
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;

  function connect() {
    const path = `/api/v1/conversations/${encodeURIComponent(slug)}/events`;
    const query = `after=${listener.versionShown()}${token ? `&token=${token}` : ""}`;
    const opened = new EventSource(`${path}?${query}`);
    source = opened;
    opened.onopen = () => {
      retryMs = firstRetryMs;
      listener.onState("live");
    };
    opened.onerror = () => {
      listener.onState("stale");
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, retryMs * (0.5 + Math.random()));
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    };
    opened.addEventListener("analysis", (event) => {
      const version = readVersion(event.data);
      if (version !== null) listener.onAnalysis(version);
    });
    for (const type of changes) {
      opened.addEventListener(type, ({ data }) => listener.onChange?.(type, data));
    }
  }

  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function readVersion(data: unknown): number | null {
  try {
    const { version } = JSON.parse(String(data));
    return Number.isInteger(version) ? version : null;
  } catch {
    return null; // not ours: nothing to follow
  }
}
