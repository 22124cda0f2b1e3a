import { watchWaking } from "./watch-waking";

/** `live`: connected; `stale`: the connection is lost and being sought again. */
export type LiveState = "connecting" | "live" | "stale";

interface Listener {
  /** The newest version the page has: the events begin after it. Without it, with the newest. */
  versionShown?(): number;
  onState?(state: LiveState): void;
  /** There is an analysis of this version. */
  onAnalysis?(version: number): void;
  /** Something else has happened. */
  onChange?(type: string, data: string): void;
}

/** What else a conversation tells of. */
const changes = ["statements", "conversation", "session"];

/** Says that the connection lives, and nothing else. */
const heartbeat = "heartbeat";

const firstRetryMs = 1_000;
const longestRetryMs = 8_000;
/** Three heartbeats: a network can go without a word, and a browser then waits for minutes. */
const silenceMs = 45_000;
/** A browser may ask on a connection that is as dead as the one before. */
const answerMs = 15_000;

interface StreamHandlers {
  onOpen(): void;
  /** @param isOver it is not sought again by itself */
  onLost(isOver: boolean): void;
  onEvent(type: string, data: string): void;
}

/** Opens a stream of events; returns how to close it. */
export type OpenStream = (address: string, handlers: StreamHandlers) => () => void;

/**
 * Listens to a conversation's events for as long as it takes. A browser reconnects by itself when a
 * connection drops, but gives up on an answer that is not a stream (a restart, a proxy), and does not
 * notice one that fell silent or that died while the device slept: so then we ask again, ever more
 * slowly and not all viewers at once.
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
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;

  function connect() {
    disconnect();
    const path = `/api/v1/conversations/${encodeURIComponent(slug)}/events`;
    const query = `after=${listener.versionShown?.() ?? 0}${token ? `&token=${token}` : ""}`;
    listenForSilence(answerMs);
    close = open(`${path}?${query}`, {
      onOpen() {
        listenForSilence();
        retryMs = firstRetryMs;
        listener.onState?.("live");
      },
      onLost(isOver) {
        listenForSilence();
        if (isOver) return connectLater();
        listener.onState?.("stale");
      },
      onEvent(type, data) {
        listenForSilence();
        if (type === heartbeat) return;
        if (type !== "analysis") return listener.onChange?.(type, data);
        const version = readVersion(data);
        if (version !== null) listener.onAnalysis?.(version);
      },
    });
  }

  function connectLater() {
    disconnect();
    listener.onState?.("stale");
    retry = setTimeout(connect, retryMs * (0.5 + Math.random()));
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  }

  function listenForSilence(patienceMs = silenceMs) {
    clearTimeout(silence);
    silence = setTimeout(connectLater, patienceMs);
  }

  function disconnect() {
    clearTimeout(retry);
    clearTimeout(silence);
    close?.();
    close = undefined;
  }

  connect();
  const stopWatching = watchWaking(connect);
  return () => {
    stopWatching();
    disconnect();
  };
}

function openEventSource(address: string, { onOpen, onLost, onEvent }: StreamHandlers): () => void {
  const source = new EventSource(address);
  source.onopen = onOpen;
  source.onerror = () => onLost(source.readyState === EventSource.CLOSED);
  for (const type of [heartbeat, "analysis", ...changes]) {
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
