import { CreateOwnerInput } from "@/lib/schemas/user-input";
import { hashSetupToken, OWNER_SETUP_FACT } from "@/server/auth/owner-setup";
import { hashPassword } from "@/server/auth/password";
import { hasInstanceFact, takeInstanceFact } from "@/server/db/queries/instance-facts";
import { hasOwner } from "@/server/db/queries/users";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { type CreatedUser, insertAccount } from "./insert-account";

/**
 * Makes the first owner with the one-time link that the first start prints. The token is consumed
 * in the transaction that makes the account, so two people with one link get one owner.
 * @throws ServiceError NOT_FOUND when the link was used or never right; BAD_REQUEST;
 *   UNPROCESSABLE_CONTENT for a short password; CONFLICT when the address has an account
 */
export async function createOwner(
  ctx: ServiceContext,
  input: CreateOwnerInput,
): Promise<CreatedUser> {
  const { token, email, password } = parseInput(CreateOwnerInput, input);
  const hash = hashSetupToken(token);
  // Before the slow hashing: a stranger must not keep the server busy.
  if (!(await hasInstanceFact(ctx.db, OWNER_SETUP_FACT, hash))) throw linkIsSpent();
  const passwordHash = await hashPassword(password);
  return ctx.db.transaction(async (tx) => {
    const isMine = await takeInstanceFact(tx, OWNER_SETUP_FACT, hash);
    if (!isMine || (await hasOwner(tx))) throw linkIsSpent();
    return insertAccount(tx, ctx, { email, instanceRole: "owner", passwordHash });
  });
}

/** Whether a set-up link still works. */
export async function isOwnerSetupOpen(ctx: ServiceContext, token: string): Promise<boolean> {
  const { db } = ctx;
  return (
    (await hasInstanceFact(db, OWNER_SETUP_FACT, hashSetupToken(token))) && !(await hasOwner(db))
  );
}

function linkIsSpent(): ServiceError {
  return new ServiceError("NOT_FOUND", "setup-link-invalid", "This link does not work any more.");
}
