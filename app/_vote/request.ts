import type { Channel, Outcome } from "./request-types";

/** A connection that swallows requests without a word must not hold up the next attempt for ever. */
const patienceMs = 20_000;

/**
 * Sends a request of this page and tells what came of it.
 * @param read makes sense of an answer, and throws where it makes none
 */
export async function request<T>(
  channel: Channel,
  path: string,
  read: (answer: unknown) => T,
  { body, signal }: { body?: object; signal?: AbortSignal } = {},
): Promise<Outcome<T>> {
  try {
    const response = await fetch(`/api/v1/conversations/${channel.slug}/${path}`, {
      method: body ? "POST" : "GET",
      headers: headersOf(channel, body !== undefined),
      body: body ? JSON.stringify(body) : undefined,
      // Lets the last vote finish its way when the page is left.
      keepalive: true,
      signal: signal ?? AbortSignal.timeout(patienceMs),
    });
    const answer: unknown = await response.json();
    return response.ok ? { kind: "done", answer: read(answer) } : refusalOf(response, answer);
  } catch {
    // No connection, an answer cut short, or one that is not ours: a hotel's sign-in page, a proxy.
    return { kind: "later", afterMs: 0, wasReached: false };
  }
}

function headersOf(channel: Channel, hasBody: boolean): Record<string, string> {
  return {
    Accept: "application/json",
    // Statements come with their translations into the language of the page; the worker has none.
    ...(globalThis.document && { "Accept-Language": document.documentElement.lang }),
    "Idempotency-Key": channel.idempotencyKey,
    ...(hasBody && { "Content-Type": "application/json" }),
    ...(channel.token && { Authorization: `Participant ${channel.token}` }),
    ...(channel.isEmbedded && { "Plenum-Embed": "1" }),
  };
}

function refusalOf(response: Response, answer: unknown): Outcome<never> {
  const { status } = response;
  const { error }: { error?: unknown } = Object(answer);
  const { reason }: { reason?: unknown } = Object(error);
  if (status === 429 || status === 408 || status >= 500 || typeof reason !== "string") {
    const afterMs = 1000 * Number(response.headers.get("Retry-After") ?? 0) || 0;
    return { kind: "later", afterMs, wasReached: true };
  }
  return { kind: "refused", status, reason };
}
