import { hostSecret } from "@/server/auth/host-identity";
import type { Secrets } from "@/server/auth/secrets";
import type { ServiceContext } from "../context";
import { requirePermission } from "../permissions/require-permission";

/**
 * What a site signs with that embeds this conversation and says who its readers are; for owners only.
 * @throws ServiceError as requirePermission
 */
export async function getHostSecret(
  ctx: ServiceContext & { secrets: Secrets },
  input: { conversationId: number },
): Promise<string> {
  await requirePermission(ctx, input.conversationId, "appoint");
  return hostSecret(ctx.secrets.hostIdentity, input.conversationId);
}
