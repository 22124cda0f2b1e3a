import {
  createOverlayNonce,
  createOverlayToken,
  hashOverlayToken,
} from "@/server/auth/overlay-token";
import type { Secrets } from "@/server/auth/secrets";
import { notify } from "@/server/db/queries/notify";
import { storeOverlayToken } from "@/server/db/queries/overlay-tokens";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { requirePermission } from "@/server/services/permissions/require-permission";

/**
 * Makes the token of a conversation's private overlay, the first one or in place of an earlier one: that
 * one opens nothing from then on, streams that are open included. Whoever may decide who sees results
 * may do so.
 * @throws ServiceError as requirePermission
 */
export async function rotateOverlayToken(
  ctx: ServiceContext & { secrets: Pick<Secrets, "overlayToken"> },
  { conversationId }: { conversationId: number },
): Promise<{ token: string }> {
  await requirePermission(ctx, conversationId, "update");
  const nonce = createOverlayNonce();
  const token = createOverlayToken(ctx.secrets.overlayToken, { conversationId, nonce });
  await ctx.db.transaction(async (tx) => {
    const tokenHash = hashOverlayToken(token);
    await storeOverlayToken(tx, { conversationId, nonce, tokenHash, createdAt: ctx.now() });
    await recordAudit(tx, ctx, { conversationId, action: "overlay.rotate" });
    await notify(tx, { type: "conversation", conversationId });
  });
  return { token };
}
