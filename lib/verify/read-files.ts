import type { PackedVotes } from "../math/votes/packed-votes";
import type { Finding } from "./finding";
import {
  analysisName,
  keysName,
  type Manifest,
  manifestName,
  manifestSignatureName,
  reportName,
  sealName,
  voteListName,
  voteListSaltName,
} from "./manifest";
import { createVoteListReader, VoteListError } from "./read-vote-list";
import { readZipEntry } from "./read-zip-entry";
import type { Cryptography } from "./sha256";
import { type ByteSource, type ZipEntry, ZipError } from "./zip-directory";

/** What is read of a zip for checking, beside the manifest and its signature. */
export interface ReadFiles {
  /** Texts by name: of the analysis, report, signature, keys and salt, where they are there. */
  texts: Map<string, string>;
  /** Null: not there, or not in canonical form. */
  votes: PackedVotes | null;
  /** Of the bytes of the list. */
  voteListSha256: string | null;
  findings: Finding[];
}

const textNames = new Set([analysisName, reportName, sealName, keysName, voteListSaltName]);
const unlisted = new Set([manifestName, manifestSignatureName]);

/** Texts are read whole; a larger one is none of ours. */
export const LARGEST_TEXT_BYTES = 256 * 1024 * 1024;

/** Reads every file of a zip once: compares its bytes with the manifest, and keeps what is checked. */
export async function readFiles(
  { createSha256 }: Pick<Cryptography, "createSha256">,
  zip: { source: ByteSource; entries: readonly ZipEntry[] },
  manifest: Manifest,
  onRead: (readBytes: number) => void,
): Promise<ReadFiles> {
  const read: ReadFiles = { texts: new Map(), votes: null, voteListSha256: null, findings: [] };
  const entries = new Map(zip.entries.map((entry) => [entry.name, entry]));
  for (const file of Object.keys(manifest.files)) {
    if (!entries.has(file)) read.findings.push({ code: "file-missing", file });
  }
  for (const [file, entry] of entries) {
    if (unlisted.has(file)) continue;
    const listed = Object.hasOwn(manifest.files, file) ? manifest.files[file] : undefined;
    if (!listed) read.findings.push({ code: "file-not-listed", file });
    const hash = createSha256();
    const keeper = createKeeper(entry);
    try {
      await readZipEntry(zip.source, entry, {
        bytes(bytes) {
          hash.update(bytes);
          keeper.take(bytes);
        },
        progress: onRead,
      });
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
      read.findings.push({ code: "file-unreadable", file });
      continue;
    }
    const sha256 = hash.digest();
    if (listed && sha256 !== listed.sha256) read.findings.push({ code: "file-changed", file });
    keeper.keep(read, sha256);
  }
  return read;
}

interface Keeper {
  take(bytes: Uint8Array): void;
  keep(into: ReadFiles, sha256: string): void;
}

function createKeeper({ name, size }: ZipEntry): Keeper {
  if (name === voteListName) return createVoteKeeper();
  if (textNames.has(name) && size <= LARGEST_TEXT_BYTES) return createTextKeeper(name);
  return { take() {}, keep() {} };
}

function createTextKeeper(name: string): Keeper {
  const decoder = new TextDecoder();
  let text = "";
  return {
    take(bytes) {
      text += decoder.decode(bytes, { stream: true });
    },
    keep: ({ texts }) => void texts.set(name, text + decoder.decode()),
  };
}

/** A list that is not canonical is still read to its end, for its digest. */
function createVoteKeeper(): Keeper {
  const reader = createVoteListReader();
  let failure: VoteListError | null = null;
  const attempt = <Result>(work: () => Result): Result | null => {
    if (failure) return null;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof VoteListError)) throw error;
      failure = error;
      return null;
    }
  };
  return {
    take: (bytes) => attempt(() => reader.push(bytes)),
    keep(into, sha256) {
      into.votes = attempt(() => reader.finish());
      into.voteListSha256 = sha256;
      if (!failure) return;
      const { line } = failure;
      into.findings.push({ code: "votes-not-canonical", file: voteListName, line });
    },
  };
}
