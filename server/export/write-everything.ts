import { createHash } from "node:crypto";
import { listExportFiles } from "./export-files";
import type { ExportSource } from "./export-source";
import { writeReadme } from "./texts/write-readme";
import type { Content } from "./zip/create-zip";

export interface NamedContent {
  name: string;
  /** To be called, and read to its end, one after the other. */
  open(): Content;
  isPacked: boolean;
}

/** Of the bytes of a file: SHA-256 in hexadecimal, and how many they are. */
interface Digest {
  sha256: string;
  bytes: number;
}

/**
 * Everything that this audience may have, with a README, a licence, and last a manifest of what was
 * read of the others.
 */
export function writeEverything(source: ExportSource): NamedContent[] {
  const digests: Record<string, Digest> = {};
  const files = listExportFiles(source).map(([name, { write, isPacked = false }]) => ({
    name,
    open: () => write(source),
    isPacked,
  }));
  const names = ["README.txt", ...files.map(({ name }) => name), "manifest.json"];
  const readme = { name: "README.txt", open: () => writeReadme(source, names), isPacked: false };
  const digested = [readme, ...files].map((file) => ({
    ...file,
    open: () => digest(file, digests),
  }));
  const manifest = {
    name: "manifest.json",
    open: () => writeManifest(source, digests),
    isPacked: false,
  };
  return [...digested, manifest];
}

async function* digest(
  { name, open }: NamedContent,
  digests: Record<string, Digest>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const part of open()) {
    const chunk = Buffer.from(part);
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  digests[name] = { sha256: hash.digest("hex"), bytes };
}

async function* writeManifest(
  { conversation, url, audience, exportedAt, analysis }: ExportSource,
  files: Record<string, Digest>,
): AsyncGenerator<string> {
  const document = {
    format: "plenum-export",
    formatVersion: 1,
    conversation: { slug: conversation.slug, title: conversation.title, url },
    exportedAt: exportedAt.toISOString(),
    audience,
    licence: conversation.settings.licence,
    analysis: analysis && {
      version: analysis.version,
      createdAt: analysis.createdAt.toISOString(),
      algorithm: analysis.core.algorithm,
    },
    files,
  };
  yield `${JSON.stringify(document, null, 2)}\n`;
}
