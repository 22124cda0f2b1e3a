import { readOverlayActor } from "../auth/overlay-actor";
import { readParticipant } from "../auth/read-participant";
import { readSession } from "../auth/session";
import type { ResultsReader } from "../services/analyses/may-read-results";
import type { Actor, ServiceContext } from "../services/context";
import { getConversation } from "../services/conversations/get";
import type { RouteRequest } from "./route";

/**
 * Who asks for the results of which conversation.
 * @param overlayToken of a private overlay, where the address opens to one; it goes before a session
 *   that happens to be there
 * @throws ServiceError NOT_FOUND as getConversation
 */
export async function readResultsReader(
  request: RouteRequest,
  overlayToken: string | null = null,
): Promise<{ ctx: ServiceContext; reader: ResultsReader }> {
  const { runtime, req, params } = request;
  const { database, secrets } = runtime;
  const cookieHeader = req.headers.cookie;
  const overlay = readOverlayActor(overlayToken);
  const ctx: ServiceContext = {
    db: database.db,
    actor: overlay.kind === "overlay" ? overlay : await readActor(request),
    now: () => new Date(),
  };
  const conversation = await getConversation(ctx, { slug: params.slug! });
  const participant = readParticipant({
    secrets,
    conversationId: conversation.id,
    cookieHeader,
    authorizationHeader: req.headers.authorization,
  });
  return { ctx, reader: { conversation, tokenHash: participant?.tokenHash ?? null } };
}

/** Whoever is signed in, else nobody. */
export async function readActor({ runtime, req }: RouteRequest): Promise<Actor> {
  const { cookie } = req.headers;
  // Nearly everybody who watches is no facilitator: no cookie of theirs, no question to the database.
  const session = cookie?.includes("plenum-manage")
    ? await readSession(runtime.auth, new Headers({ cookie }))
    : null;
  return session?.actor ?? { kind: "anonymous" };
}
