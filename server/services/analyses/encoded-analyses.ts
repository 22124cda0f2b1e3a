import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { AnalysisEvent, VersionedAnalysis } from "@/lib/schemas/analysis";
import type { Database } from "@/server/db/client";
import { keepLatest } from "@/server/services/keep-latest";
import { getAnalysisVersion } from "./get-version";

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

export type Encoding = "identity" | "gzip" | "br";

export interface EncodedAnalysis {
  event: AnalysisEvent;
  etag: string;
  /** The JSON in this encoding; each is made once. */
  encode(encoding: Encoding): Promise<Buffer>;
}

/** A thousand viewers of a version cost one read and one compression. */
export interface EncodedAnalyses {
  /** @throws ServiceError as getAnalysisVersion */
  get(conversationId: number, version: number): Promise<EncodedAnalysis>;
}

/** Keeps the versions read last, up to `maxEntries`. */
export function createEncodedAnalyses(options: {
  db: Database;
  maxEntries?: number;
}): EncodedAnalyses {
  const { db, maxEntries = 64 } = options;
  const kept = keepLatest<EncodedAnalysis>(maxEntries);
  return {
    get: (conversationId, version) =>
      kept.get(`${conversationId}/${version}`, () => readAndEncode(db, conversationId, version)),
  };
}

async function readAndEncode(
  db: Database,
  conversationId: number,
  version: number,
): Promise<EncodedAnalysis> {
  const found = await getAnalysisVersion({ db }, { conversationId, version });
  const createdAt = found.createdAt.toISOString();
  const body: VersionedAnalysis = { version, createdAt, ...found.analysis };
  const plain = Buffer.from(JSON.stringify(body));
  const { participants, votes } = found.analysis;
  const made = new Map<Encoding, Promise<Buffer>>([["identity", Promise.resolve(plain)]]);
  return {
    event: { version, participants, votes },
    etag: `W/"${version}-${found.createdAt.getTime().toString(36)}"`,
    encode(encoding) {
      const bytes = made.get(encoding) ?? compress(plain, encoding);
      made.set(encoding, bytes);
      return bytes;
    },
  };
}

function compress(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return compressGzip(plain);
  // Quality 5 costs what gzip does and saves a fifth; 11 would take a second.
  return compressBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
