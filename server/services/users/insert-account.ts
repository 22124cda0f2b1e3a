import { randomUUID } from "node:crypto";
import type { Transaction } from "@/server/db/client";
import { insertPasswordAccount, insertUser } from "@/server/db/queries/users";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";

export interface CreatedUser {
  id: string;
  email: string;
  instanceRole: "owner" | "facilitator";
}

/**
 * Writes an account with its password inside the caller's transaction.
 * @throws ServiceError CONFLICT when the e-mail address has one already
 */
export async function insertAccount(
  tx: Transaction,
  ctx: ServiceContext,
  account: Omit<CreatedUser, "id"> & { passwordHash: string; name?: string },
): Promise<CreatedUser> {
  const { email, instanceRole, passwordHash } = account;
  const id = randomUUID();
  const name = account.name ?? email.slice(0, email.indexOf("@"));
  const isNew = await insertUser(tx, { id, email, name, instanceRole, emailVerified: true });
  if (!isNew) {
    throw new ServiceError("CONFLICT", "email-taken", `There is an account for ${email} already.`);
  }
  await insertPasswordAccount(tx, { id: randomUUID(), userId: id, passwordHash });
  await recordAudit(tx, ctx, {
    conversationId: null,
    action: "user.create",
    details: { user: id, instanceRole },
  });
  return { id, email, instanceRole };
}
