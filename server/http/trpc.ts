import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { readSession } from "../auth/session";
import type { TrpcContext } from "../trpc/context";
import { appRouter } from "../trpc/root";
import { credentialsOf, setParticipantCookie, voteContextOf } from "./participant-request";
import { requireSameOrigin } from "./require-same-origin";
import type { RouteRequest } from "./route";

const MAX_BODY_BYTES = 1024 * 1024; // a thousand seed statements

/** The console's procedures, under /api/trpc. */
export async function handleTrpc(request: RouteRequest): Promise<void> {
  const { req, res, runtime, params } = request;
  requireSameOrigin(req, runtime.publicUrl);
  res.setHeader("Cache-Control", "no-store");
  await nodeHTTPRequestHandler({
    router: appRouter,
    path: params.rest!,
    req,
    res,
    maxBodySize: MAX_BODY_BYTES,
    createContext: () => createContext(request),
  });
}

async function createContext(request: RouteRequest): Promise<TrpcContext> {
  const cookie = request.req.headers.cookie ?? "";
  const session = await readSession(request.runtime.auth, new Headers({ cookie }));
  return {
    ...voteContextOf(request),
    actor: session?.actor ?? { kind: "anonymous" },
    signReport: request.runtime.signer?.signReport ?? null,
    credentials: credentialsOf(request),
    rememberParticipant: (input) => setParticipantCookie(request, { ...input, isEmbedded: false }),
  };
}
