import { readJoinCode } from "@/lib/share/join-code";
import type { Actor } from "../services/context";
import { getConversationByJoinCode } from "../services/conversations/join-code";
import { ServiceError } from "../services/errors";
import { addressKey } from "./client-address";
import { wantsPage } from "./form-answer";
import { readActor } from "./results-reader";
import type { RouteRequest } from "./route";

/**
 * A short address leads to the page where people vote, in the language that was asked for. What is no
 * code gets the page for what is not there; whoever tries many of them has to wait.
 */
export async function handleJoinCode(request: RouteRequest): Promise<void> {
  const joinCode = readJoinCode(request.params.code!);
  const actor = await readActor(request);
  try {
    const slug = joinCode === null ? null : await findSlugByCode(request, { joinCode, actor });
    if (slug === null) return await request.showPage({});
    lead(request, `/c/${encodeURIComponent(slug)}`, {});
  } catch (error) {
    const isLimited = error instanceof ServiceError && error.code === "TOO_MANY_REQUESTS";
    if (!isLimited || !wantsPage(request)) throw error;
    lead(request, "/j", { problem: error.reason });
  }
}

function lead({ res, query }: RouteRequest, page: string, outcome: Record<string, string>): void {
  const lang = query.get("lang");
  const rest = new URLSearchParams({ ...outcome, ...(lang && { lang }) });
  res.writeHead(302, {
    Location: rest.size > 0 ? `${page}?${rest}` : page,
    "Cache-Control": "no-cache",
    "Content-Length": 0,
  });
  res.end();
}

/**
 * Only codes that lead nowhere count: a hall that types the same one is not held up.
 * @throws ServiceError TOO_MANY_REQUESTS
 */
export async function findSlugByCode(
  { runtime, req }: Pick<RouteRequest, "runtime" | "req">,
  { joinCode, actor }: { joinCode: string; actor: Actor },
): Promise<string | null> {
  const key = addressKey(req, runtime.secrets.addressHash, runtime.env.trustProxy);
  runtime.rateLimits.takeJoinTry(key);
  const { db } = runtime.database;
  const ctx = { db, actor, now: () => new Date() };
  try {
    const { slug } = await getConversationByJoinCode(ctx, { joinCode });
    runtime.rateLimits.returnJoinTry(key);
    return slug;
  } catch (error) {
    if (error instanceof ServiceError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
