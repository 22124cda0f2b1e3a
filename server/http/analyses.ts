import { findLatestVersion } from "../db/queries/analyses";
import type { EncodedAnalysis } from "../services/analyses/encoded-analyses";
import {
  areConversationResultsPublic,
  requireResults,
} from "../services/analyses/may-read-results";
import { ServiceError } from "../services/errors";
import { allowEverySite } from "./allow-every-site";
import { chooseEncoding } from "./choose-encoding";
import { isKnownToReader } from "./if-none-match";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";

const VERSION = /^[1-9]\d{0,8}$/;
const YEAR_SECONDS = 31_536_000;

/** One version never changes, so it is public and immutable wherever everybody may see results. */
export async function handleAnalysis(request: RouteRequest): Promise<void> {
  const { ctx, reader } = await readResultsReader(request);
  await requireResults(ctx, reader);
  const { conversation } = reader;
  const asked = request.params.version!;
  const version = asked === "latest" ? await newest() : parseVersion(asked);
  const analysis = await request.runtime.encodedAnalyses.get(conversation.id, version);
  const isPublic = areConversationResultsPublic(conversation);
  await sendAnalysis(request, analysis, {
    "Cache-Control": cacheControl(isPublic, asked === "latest"),
    "Content-Location": `/api/v1/conversations/${conversation.slug}/analyses/${version}`,
  });

  async function newest(): Promise<number> {
    const found = await findLatestVersion(ctx.db, conversation.id);
    if (found !== null) return found;
    throw new ServiceError("NOT_FOUND", "analysis-not-found", "There is no analysis yet.");
  }
}

export function parseVersion(asked: string): number {
  if (VERSION.test(asked)) return Number(asked);
  const message = `${asked} is no version: ask for a number or for latest.`;
  throw new ServiceError("BAD_REQUEST", "version-malformed", message);
}

export function cacheControl(isPublic: boolean, isLatest: boolean): string {
  if (!isPublic) return "private, no-store";
  return isLatest ? "no-cache" : `public, max-age=${YEAR_SECONDS}, immutable`;
}

async function sendAnalysis(
  { req, res }: RouteRequest,
  analysis: EncodedAnalysis,
  headers: Record<string, string>,
): Promise<void> {
  allowEverySite(res);
  const shared = { ...headers, ETag: analysis.etag, Vary: "Accept-Encoding" };
  if (isKnownToReader(req.headers["if-none-match"], analysis.etag)) {
    res.writeHead(304, shared);
    res.end();
    return;
  }
  const encoding = chooseEncoding(req.headers["accept-encoding"]);
  const bytes = await analysis.encode(encoding);
  res.writeHead(200, {
    ...shared,
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": bytes.length,
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
  });
  res.end(req.method === "HEAD" ? undefined : bytes);
}
