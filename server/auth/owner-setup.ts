import { createHash, randomBytes } from "node:crypto";
import type { Queryable } from "@/server/db/client";
import { setInstanceFact } from "@/server/db/queries/instance-facts";
import { hasOwner } from "@/server/db/queries/users";

export const OWNER_SETUP_FACT = "owner-setup-token";

/**
 * A link that creates the owner of this instance, once; null when there is an owner.
 * A new link replaces the one before. Only the hash of its token is stored.
 */
export async function createOwnerSetupLink(options: {
  db: Queryable;
  publicUrl: string;
}): Promise<string | null> {
  const { db, publicUrl } = options;
  if (await hasOwner(db)) return null;
  const token = randomBytes(32).toString("base64url");
  await setInstanceFact(db, OWNER_SETUP_FACT, hashSetupToken(token));
  return `${publicUrl}/manage/setup?token=${token}`;
}

export function hashSetupToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
