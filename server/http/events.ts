import { type WatchedEvent, watchConversation } from "../services/analyses/watch-conversation";
import { allowEverySite } from "./allow-every-site";
import { openEventStream } from "./event-stream";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";

/**
 * Live events: `analysis` (its id is the version), `statements`, `conversation`, and
 * `session`, which a new reader is told at once. A page that shows
 * version 57 asks with `?after=57`; a browser that reconnects says so itself with Last-Event-ID.
 */
export async function handleEvents(request: RouteRequest): Promise<void> {
  const { runtime, req, res, query } = request;
  const { ctx, reader } = await readResultsReader(request, query.get("token"));
  allowEverySite(res);
  const stream = openEventStream(res);
  if (req.method === "HEAD") return stream.end();
  const { live, encodedAnalyses, publishedSessions } = runtime;
  const after = parseVersion(req.headers["last-event-id"]) ?? parseVersion(query.get("after")) ?? 0;
  const events = watchConversation(
    { ...ctx, live, encodedAnalyses, publishedSessions },
    { ...reader, after, signal: stream.signal },
  );
  for await (const event of events) await stream.send(toServerSentEvent(event));
  stream.end();
}

function toServerSentEvent(event: WatchedEvent) {
  switch (event.type) {
    case "analysis":
      return { type: event.type, id: event.data.version, data: event.data };
    case "conversation":
    case "session":
      return { type: event.type, data: event.data };
    case "statements":
      return { type: event.type, data: {} };
  }
}

function parseVersion(text: string | string[] | null | undefined): number | null {
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
