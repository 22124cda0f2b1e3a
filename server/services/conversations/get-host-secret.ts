import { hostSecret } from "@/server/auth/host-identity";
import type { Secrets } from "@/server/auth/secrets";
import { findHostSecret } from "@/server/db/queries/host-secrets";
import type { ServiceContext } from "../context";
import { requirePermission } from "../permissions/require-permission";

/**
 * What a site signs with that embeds this conversation and says who its readers are; for owners only.
 * @returns `previousUntil`: how long the one before works; null when it does not
 * @throws ServiceError as requirePermission
 */
export async function getHostSecret(
  ctx: ServiceContext & { secrets: Pick<Secrets, "hostIdentity"> },
  { conversationId }: { conversationId: number },
): Promise<{ secret: string; previousUntil: Date | null }> {
  await requirePermission(ctx, conversationId, "appoint");
  const row = await findHostSecret(ctx.db, conversationId);
  return {
    secret: hostSecret(ctx.secrets.hostIdentity, conversationId, row?.nonce ?? null),
    previousUntil: row && row.previousUntil > ctx.now() ? row.previousUntil : null,
  };
}

/** All that a signature may be of now, the newest first. */
export async function listHostSecrets(
  ctx: Pick<ServiceContext, "db" | "now"> & { secrets: Pick<Secrets, "hostIdentity"> },
  { conversationId }: { conversationId: number },
): Promise<string[]> {
  const row = await findHostSecret(ctx.db, conversationId);
  const nonces = [row?.nonce ?? null];
  if (row && row.previousUntil > ctx.now()) nonces.push(row.previousNonce);
  return nonces.map((nonce) => hostSecret(ctx.secrets.hostIdentity, conversationId, nonce));
}
