import { randomBytes, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { instanceFacts } from "@/drizzle/schema/instance";
import type { Secrets } from "@/server/auth/secrets";
import type { Database } from "@/server/db/client";
import { readOrCreatePrivateFile } from "@/server/db/embedded/private-file";
import type { Env } from "@/server/env";

const FACT = "secret-fingerprint";

/**
 * The secret that every key is derived from: PLENUM_SECRET, or with the embedded database the file
 * `secret` in the data folder, created at the first start.
 * @throws Error with a database of one's own and no PLENUM_SECRET: each process would make up another
 */
export async function readInstanceSecret(env: Env): Promise<string> {
  if (env.secret !== undefined) return env.secret;
  if (env.databaseUrl !== undefined) {
    throw new Error(
      "PLENUM_SECRET is required with DATABASE_URL: at least 32 characters, the same for every " +
        "process and every start (for example: openssl rand -base64 48).",
    );
  }
  const fresh = randomBytes(48).toString("base64url");
  return readOrCreatePrivateFile(join(env.dataDir, "secret"), fresh);
}

/**
 * Remembers a keyed hash of the secret in the database at the first start.
 * @throws Error at a later start with another secret, which would make every token and session void
 */
export async function checkSecretFingerprint(db: Database, secrets: Secrets): Promise<void> {
  await db
    .insert(instanceFacts)
    .values({ name: FACT, value: secrets.fingerprint })
    .onConflictDoNothing();
  const [stored] = await db
    .select({ value: instanceFacts.value })
    .from(instanceFacts)
    .where(eq(instanceFacts.name, FACT));
  if (stored && isSame(stored.value, secrets.fingerprint)) return;
  throw new Error(
    "This database was set up with another secret. Start with the PLENUM_SECRET (or the file " +
      "`secret` of the data folder) it had then: with a new one nobody could vote or sign in as before.",
  );
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
