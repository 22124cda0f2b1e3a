import { isPolisId } from "@/lib/embed/polis-id";
import { findSlugByPolisId } from "../db/queries/polis-ids";
import type { RouteRequest } from "./route";

/**
 * Where the embed code of a conversation on Pol.is leads: its id has a place of its own, so it is never
 * taken for somebody's slug. An id that was not imported is tried as a slug, for conversations that were
 * given theirs by hand.
 */
export async function handlePolisEmbed({ runtime, res, params, query }: RouteRequest) {
  const id = params.id!;
  const slug = isPolisId(id) ? await findSlugByPolisId(runtime.database.db, id) : null;
  const rest = query.size > 0 ? `?${query}` : "";
  res.writeHead(302, {
    Location: `/embed/${encodeURIComponent(slug ?? id)}${rest}`,
    "Cache-Control": "no-cache",
    "Content-Length": 0,
  });
  res.end();
}
