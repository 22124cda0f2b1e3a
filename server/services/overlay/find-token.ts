import { createOverlayToken } from "@/server/auth/overlay-token";
import type { Secrets } from "@/server/auth/secrets";
import { findOverlayNonce } from "@/server/db/queries/overlay-tokens";
import type { ServiceContext } from "@/server/services/context";
import { findRole } from "@/server/services/permissions/find-role";
import { roleMay } from "@/server/services/permissions/permission-table";

/** The token of the private overlay, for those who may rotate it. */
export interface ShownOverlayToken {
  mayRotate: boolean;
  /** Null before the first one, and for everybody else. */
  token: string | null;
}

/** What the page that composes an overlay's address shows of the token. */
export async function findOverlayToken(
  ctx: ServiceContext & { secrets: Pick<Secrets, "overlayToken"> },
  { conversationId }: { conversationId: number },
): Promise<ShownOverlayToken> {
  const isAccount = ctx.actor.kind === "user" || ctx.actor.kind === "operator";
  if (!isAccount || !roleMay(await findRole(ctx, conversationId), "update")) {
    return { mayRotate: false, token: null };
  }
  const nonce = await findOverlayNonce(ctx.db, conversationId);
  if (nonce === null) return { mayRotate: true, token: null };
  const token = createOverlayToken(ctx.secrets.overlayToken, { conversationId, nonce });
  return { mayRotate: true, token };
}
