import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { HistoryProgress } from "@/lib/schemas/history";
import { getHistory } from "../services/analyses/get-history";
import {
  areConversationResultsPublic,
  requireResults,
} from "../services/analyses/may-read-results";
import { cacheControl, parseVersion } from "./analyses";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";
import { sendJson } from "./send";

const expand = promisify(gunzip);

/** The way to one analysis, which never changes; 202 with how far it is while it is being made. */
export async function handleHistory(request: RouteRequest): Promise<void> {
  const { ctx, reader } = await readResultsReader(request);
  await requireResults(ctx, reader);
  const { conversation } = reader;
  const asked = request.params.version!;
  const version = asked === "latest" ? asked : parseVersion(asked);
  const answer = await getHistory(ctx, { conversationId: conversation.id, version });
  if (answer.kind === "making") {
    const progress: HistoryProgress = { done: answer.done };
    sendJson(request.res, 202, progress, { "Retry-After": "1" });
    return;
  }
  const isPublic = areConversationResultsPublic(conversation);
  await sendHistory(request, answer, {
    "Cache-Control": cacheControl(isPublic, asked === "latest"),
    "Content-Location": `/api/v1/conversations/${conversation.slug}/history/${answer.version}`,
  });
}

async function sendHistory(
  { req, res }: RouteRequest,
  { steps }: { steps: Buffer },
  headers: Record<string, string>,
): Promise<void> {
  const isCompressed = /\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""));
  const bytes = isCompressed ? steps : await expand(steps);
  res.writeHead(200, {
    ...headers,
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": bytes.length,
    Vary: "Accept-Encoding",
    ...(isCompressed ? { "Content-Encoding": "gzip" } : {}),
  });
  res.end(req.method === "HEAD" ? undefined : bytes);
}
