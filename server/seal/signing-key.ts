import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from "jose";
import * as z from "zod/mini";
import { PublicKey } from "@/lib/verify/signed-text";
import { readOrCreatePrivateFile } from "@/server/db/embedded/private-file";

const FILE = "signing-key.json";

const StoredKey = z.extend(PublicKey, { d: z.string() });

export interface SigningKey {
  publicKey: PublicKey;
  privateKey: Awaited<ReturnType<typeof importJWK>>;
}

/**
 * The key of this data folder, made at the first call: whoever of several processes is first, all get
 * the same. It is read anew each time, so that one that was replaced counts at once.
 * @throws Error when the file cannot be made, or holds no such key
 */
export async function readSigningKey(dataDir: string): Promise<SigningKey> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, FILE);
  const there = await readFile(path, "utf8").catch(ignoreMissing);
  return parseKey(there ?? (await readOrCreatePrivateFile(path, await generateKey())), path);
}

/**
 * Puts a new key in the place of the one that is there, which is gone then.
 * @param announce told of the new one before anything can be signed with it
 */
export async function replaceSigningKey(
  dataDir: string,
  announce: (key: PublicKey) => Promise<void>,
): Promise<PublicKey> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, FILE);
  const aside = `${path}.${randomUUID()}.new`;
  try {
    const text = await readOrCreatePrivateFile(aside, await generateKey());
    const { publicKey } = await parseKey(text, aside);
    await announce(publicKey);
    await rename(aside, path);
    return publicKey;
  } finally {
    await rm(aside, { force: true });
  }
}

async function generateKey(): Promise<string> {
  const { privateKey } = await generateKeyPair("Ed25519", { extractable: true });
  const { kty, crv, x, d } = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint({ kty, crv, x });
  return JSON.stringify({ kty, crv, x, kid, d });
}

async function parseKey(text: string, path: string): Promise<SigningKey> {
  try {
    const { d, ...publicKey } = StoredKey.parse(JSON.parse(text));
    return { publicKey, privateKey: await importJWK({ ...publicKey, d }, "Ed25519") };
  } catch (cause) {
    throw new Error(`${path} holds no key to sign with.`, { cause });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
