import { createHash, createPublicKey, verify } from "node:crypto";
import type { Cryptography } from "@/lib/verify/sha256";

/** By Node's own means, which are the fastest here. */
export const nodeCryptography: Cryptography = {
  createSha256() {
    const hash = createHash("sha256");
    return {
      update: (bytes) => void hash.update(bytes),
      digest: () => hash.digest("hex"),
    };
  },
  verifySignature({ signature, message, publicKey }) {
    const x = Buffer.from(publicKey).toString("base64url");
    const key = createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x } });
    return verify(null, message, key, signature);
  },
};
