/** What a frame tells the page around it, in version 1 of docs/embedding.md; never who voted how. */
export type HostMessage =
  | { type: "ready"; title: string }
  | { type: "height"; height: number }
  /** Statements this person has voted on, of how many. */
  | { type: "voted" | "done"; voted: number; total: number }
  | { type: "wrote" }
  /** For those who made the page around. */
  | { type: "problem"; reason: string }
  /** For the host to keep where this browser keeps nothing for a frame; null: to be forgotten. */
  | { type: "token"; token: string | null };

let origin: string | null = null;
let waiting: HostMessage[] = [];

/**
 * Speaks version 1 of the message protocol. Until the page around has answered, nobody knows its origin:
 * what anybody may know goes out at once, the rest waits. Which sites may stand around the frame at all
 * is enforced by the browser (`frame-ancestors`).
 */
export function tellHost(message: HostMessage): void {
  if (origin !== null) send(message, origin);
  else if (message.type === "ready" || message.type === "height") send(message, "*");
  else waiting.push(message);
}

/** Listens for the answer of the page around; returns how to stop. */
export function listenToHost(): () => void {
  const onMessage = (event: MessageEvent) => {
    if (event.source !== window.parent || !isHello(event) || origin !== null) return;
    origin = event.origin;
    for (const message of waiting) send(message, origin);
    waiting = [];
  };
  window.addEventListener("message", onMessage);
  return () => window.removeEventListener("message", onMessage);
}

function send(message: HostMessage, target: string): void {
  window.parent.postMessage({ plenum: 1, ...message }, target);
}

/** The nearest page around, where the browser names it, and no page further up. */
function isHello({ data, origin }: MessageEvent): boolean {
  const { plenum, type }: { plenum?: unknown; type?: unknown } = Object(data);
  const nearest = window.location.ancestorOrigins?.[0] ?? origin;
  return plenum === 1 && type === "hello" && origin !== "null" && nearest === origin;
}
