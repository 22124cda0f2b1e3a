import { CompactSign } from "jose";
import type { ReportContent } from "@/lib/schemas/report";
import { createSeal } from "@/lib/verify/create-seal";
import { PublicKey, type SignedType } from "@/lib/verify/signed-text";
import type { Queryable } from "@/server/db/client";
import { insertSigningKey, listSigningKeys } from "@/server/db/queries/signing-keys";
import type { Signer } from "@/server/services/reports/signer";
import { nodeCryptography } from "./node-cryptography";
import { readSigningKey } from "./signing-key";

/**
 * A signer with the key of a data folder. The public keys are in the database, where every process
 * that serves this instance finds those of all the others.
 * @throws Error when there is no key and none can be made
 */
export async function createSigner(options: {
  db: Queryable;
  dataDir: string;
  /** Where this instance is reached. */
  issuer: string;
}): Promise<Signer> {
  const { db, dataDir, issuer } = options;
  await announceKey(db, (await readSigningKey(dataDir)).publicKey);

  async function sign(payload: Uint8Array, typ: SignedType): Promise<string> {
    const { publicKey, privateKey } = await readSigningKey(dataDir);
    await announceKey(db, publicKey);
    return new CompactSign(payload)
      .setProtectedHeader({ alg: "EdDSA", typ, kid: publicKey.kid })
      .sign(privateKey);
  }

  return {
    signReport({ content, ...report }) {
      // As it will be read from the database again.
      const stored: ReportContent = JSON.parse(JSON.stringify(content));
      const seal = createSeal(nodeCryptography, { issuer, content: stored, ...report });
      return sign(new TextEncoder().encode(JSON.stringify(seal)), "plenum-report+jws");
    },
    signManifest: (manifest) => sign(manifest, "plenum-manifest+jws"),
    async listPublicKeys() {
      const stored = await listSigningKeys(db);
      return { keys: stored.map((text) => PublicKey.parse(JSON.parse(text))) };
    },
  };
}

/** Adds a key to those that are published. */
export function announceKey(db: Queryable, key: PublicKey): Promise<void> {
  return insertSigningKey(db, { keyId: key.kid, value: JSON.stringify(key) });
}
