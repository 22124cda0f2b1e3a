import { type FileHandle, open, readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ExportError } from "@/lib/verify/open-export";
import { PublicKeys, parseJson } from "@/lib/verify/signed-text";
import type { Verification } from "@/lib/verify/verification";
import { type VerifyRequest, verifyExport } from "@/lib/verify/verify-export";
import { type ByteSource, ZipError } from "@/lib/verify/zip-directory";
import { nodeCryptography } from "../seal/node-cryptography";
import type { CommandIo } from "./command";
import { describeFinding, describeVerdict } from "./describe-verification";
import { UsageError } from "./usage-error";

const USAGE = "Usage: plenum verify FILE [--keys FILE|URL]";
const KEYS_PATIENCE_MS = 10_000;
const MOST_NOTICES = 20;

/** What came out is in the document; whoever only looks at the exit code must hear of it as well. */
class VerificationFailed extends Error {
  override readonly name = "VerificationFailed";
}

/** Checks an export; needs no database, and no network unless --keys names an address. */
export async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { keys: { type: "string" } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError(USAGE);
  const trusted = values.keys === undefined ? null : await loadKeys(values.keys);
  const verification = await verifyFile(path, trusted);
  report(verification, io);
  io.stdout(verification);
  if (verification.verdict === "different" || verification.verdict === "unsigned") {
    throw new VerificationFailed("The export does not pass; see what it says above.");
  }
}

async function verifyFile(path: string, trusted: VerifyRequest["trusted"]): Promise<Verification> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${cause.code}).`, { cause });
  });
  try {
    const source = await toSource(file);
    return await verifyExport({ source, cryptography: nodeCryptography, trusted });
  } catch (cause) {
    if (!(cause instanceof ZipError || cause instanceof ExportError)) throw cause;
    throw new UsageError(`${path}: ${cause.message}`, { cause });
  } finally {
    await file.close();
  }
}

async function toSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(end - start);
      for (let at = 0; at < bytes.length; ) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, start + at);
        if (bytesRead === 0) throw new ZipError("damaged", "The file became shorter.");
        at += bytesRead;
      }
      return bytes;
    },
  };
}

async function loadKeys(from: string): Promise<VerifyRequest["trusted"]> {
  const text = /^https?:\/\//.test(from) ? await fetchText(from) : await readText(from);
  const keys = PublicKeys.safeParse(parseJson(text));
  if (keys.success) return { keys: keys.data, from: "given" };
  throw new UsageError(`${from} holds no public keys (a JWKS with Ed25519 keys).`);
}

async function fetchText(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(KEYS_PATIENCE_MS) });
    if (response.ok) return await response.text();
    throw new Error(`status ${response.status}`);
  } catch (cause) {
    throw new UsageError(`${url} cannot be had: ${String(cause)}.`, { cause });
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${cause.code}).`, { cause });
  });
}

function report(verification: Verification, io: CommandIo): void {
  io.notice(describeVerdict(verification));
  const { findings, findingCount } = verification;
  for (const finding of findings.slice(0, MOST_NOTICES)) io.notice(`- ${describeFinding(finding)}`);
  const left = findingCount - Math.min(findings.length, MOST_NOTICES);
  if (left > 0) io.notice(`- … and ${left} more`);
}
