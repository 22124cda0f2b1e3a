import { createHostNonce } from "@/server/auth/host-identity";
import { storeHostSecret } from "@/server/db/queries/host-secrets";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "../context";
import { requirePermission } from "../permissions/require-permission";

/** As long as an identity may last: whoever was named with the one before can finish. */
const overlapMs = 24 * 60 * 60 * 1000;

/**
 * Makes a new secret for a site that says who its readers are; for owners only. Readers stay the
 * participants they were: these are found by another secret, which is the server's alone.
 * @param input.keepsOld the one before works for another day; otherwise it ends at once
 * @throws ServiceError as requirePermission
 */
export async function rotateHostSecret(
  ctx: ServiceContext,
  { conversationId, keepsOld }: { conversationId: number; keepsOld: boolean },
): Promise<void> {
  await requirePermission(ctx, conversationId, "appoint");
  const previousUntil = new Date(ctx.now().getTime() + (keepsOld ? overlapMs : 0));
  await ctx.db.transaction(async (tx) => {
    await storeHostSecret(tx, { conversationId, nonce: createHostNonce(), previousUntil });
    const details = { keepsOld };
    await recordAudit(tx, ctx, { conversationId, action: "host-secret.rotate", details });
  });
}
