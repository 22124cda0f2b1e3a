import { readJoinCode } from "@/lib/share/join-code";
import { getConversationByJoinCode } from "../services/conversations/join-code";
import { ServiceError } from "../services/errors";
import { addressKey } from "./client-address";
import { readActor } from "./results-reader";
import type { RouteRequest } from "./route";

/**
 * A short address leads to the page where people vote, in the language that was asked for. What is no
 * code gets the page for what is not there; whoever tries many of them has to wait.
 */
export async function handleJoinCode(request: RouteRequest): Promise<void> {
  const { res, params, query } = request;
  const joinCode = readJoinCode(params.code!);
  const slug = joinCode === null ? null : await findSlug(request, joinCode);
  if (slug === null) return request.showPage({});
  const lang = query.get("lang");
  const rest = lang ? `?${new URLSearchParams({ lang })}` : "";
  res.writeHead(302, {
    Location: `/c/${encodeURIComponent(slug)}${rest}`,
    "Cache-Control": "no-cache",
    "Content-Length": 0,
  });
  res.end();
}

/** Only codes that lead nowhere count: a hall that types the same one is not held up. */
async function findSlug(request: RouteRequest, joinCode: string): Promise<string | null> {
  const { runtime, req } = request;
  const key = addressKey(req, runtime.secrets.addressHash, runtime.env.trustProxy);
  runtime.rateLimits.takeJoinTry(key);
  const { db } = runtime.database;
  const ctx = { db, actor: await readActor(request), now: () => new Date() };
  try {
    const { slug } = await getConversationByJoinCode(ctx, { joinCode });
    runtime.rateLimits.returnJoinTry(key);
    return slug;
  } catch (error) {
    if (error instanceof ServiceError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
