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

interface StreamHandlers {
  onOpen(): void;
  /** @param isOver it is not sought again by itself */
  onLost(isOver: boolean): void;
  onEvent(type: string, data: string): void;
}

/** Opens a stream of events; returns how to close it. */
export type OpenStream = (address: string, handlers: StreamHandlers) => () => void;

/**
 * Listens to a conversation's events for as long as it takes: a browser reconnects by itself when a
 * connection drops, but gives up on an answer that is not a stream (a restart, a proxy), so then we
 * ask again, ever more slowly and not all viewers at once.
 * @param token of a private overlay
 * @param open instead of the browser's own way, which sends a cookie and no header
 * @returns stops listening
 */
export function followEvents(
  slug: string,
  listener: Listener,
  token: string | null = null,
  open: OpenStream = openEventSource,
): () => void {
  let close: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;

  function connect() {
    const path = `/api/v1/conversations/${encodeURIComponent(slug)}/events`;
    const query = `after=${listener.versionShown()}${token ? `&token=${token}` : ""}`;
    close = open(`${path}?${query}`, {
      onOpen() {
        retryMs = firstRetryMs;
        listener.onState("live");
      },
      onLost(isOver) {
        listener.onState("stale");
        if (!isOver) return;
        timer = setTimeout(connect, retryMs * (0.5 + Math.random()));
        retryMs = Math.min(retryMs * 2, longestRetryMs);
      },
      onEvent(type, data) {
        if (type !== "analysis") return listener.onChange?.(type, data);
        const version = readVersion(data);
        if (version !== null) listener.onAnalysis(version);
      },
    });
  }

  connect();
  return () => {
    clearTimeout(timer);
    close?.();
  };
}

function openEventSource(address: string, { onOpen, onLost, onEvent }: StreamHandlers): () => void {
  const source = new EventSource(address);
  source.onopen = onOpen;
  source.onerror = () => onLost(source.readyState === EventSource.CLOSED);
  for (const type of ["analysis", ...changes]) {
    source.addEventListener(type, ({ data }) => onEvent(type, String(data)));
  }
  return () => source.close();
}

function readVersion(data: string): number | null {
  try {
    const { version } = JSON.parse(data);
    return Number.isInteger(version) ? version : null;
  } catch {
    return null; // not ours: nothing to follow
  }
}
