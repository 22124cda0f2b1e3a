import { CreateUserInput } from "@/lib/schemas/user-input";
import { hashPassword } from "@/server/auth/password";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { type CreatedUser, insertAccount } from "./insert-account";

/**
 * Makes an account for a facilitator, or for an owner of the instance.
 * @throws ServiceError FORBIDDEN unless the console or an owner acts; BAD_REQUEST for a wrong
 *   e-mail address; UNPROCESSABLE_CONTENT for a short password; CONFLICT when there is one already
 */
export async function createUser(
  ctx: ServiceContext,
  input: CreateUserInput,
): Promise<CreatedUser> {
  const { actor } = ctx;
  const mayCreate =
    actor.kind === "operator" || (actor.kind === "user" && actor.instanceRole === "owner");
  if (!mayCreate)
    throw new ServiceError("FORBIDDEN", "not-allowed", "Only an owner makes accounts.");
  const { email, password, instanceRole } = parseInput(CreateUserInput, input);
  const passwordHash = await hashPassword(password);
  return ctx.db.transaction((tx) => insertAccount(tx, ctx, { email, instanceRole, passwordHash }));
}
