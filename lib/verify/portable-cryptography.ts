import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Cryptography } from "./sha256";

hashes.sha512 = sha512;

/**
 * In plain arithmetic: browsers have no SHA-256 that takes a file bit by bit, older ones no Ed25519,
 * and none of them any on a page that did not come by https.
 */
export const portableCryptography: Cryptography = {
  createSha256() {
    const hash = sha256.create();
    return {
      update: (bytes) => void hash.update(bytes),
      digest: () => bytesToHex(hash.digest()),
    };
  },
  verifySignature({ signature, message, publicKey }) {
    try {
      return verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false; // not a point of the curve, or not as long as it must be
    }
  },
};
