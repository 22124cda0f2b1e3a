import { createHash } from "node:crypto";
import { manifestName, manifestSignatureName } from "@/lib/verify/manifest";
import { listExportFiles } from "./export-files";
import type { ExportSource } from "./export-source";
import { writeReadme } from "./texts/write-readme";
import type { Content } from "./zip/create-zip";

export interface NamedContent {
  name: string;
  /** To be called, and read to its end, one after the other. */
  open(): Content;
}

/** Of the bytes of a file: SHA-256 in hexadecimal, and how many they are. */
interface Digest {
  sha256: string;
  bytes: number;
}

/**
 * Everything that this audience may have, with a README, a licence, and last a manifest of what was
 * read of the others, which is signed where there is a key.
 */
export function writeEverything(source: ExportSource): NamedContent[] {
  const digests: Record<string, Digest> = {};
  const files = listExportFiles(source).map(([name, { write }]) => ({
    name,
    open: () => write(source),
  }));
  const names = ["README.txt", ...files.map(({ name }) => name), manifestName];
  const readme = { name: "README.txt", open: () => writeReadme(source, names) };
  const digested = [readme, ...files].map((file) => ({
    ...file,
    open: () => digest(file, digests),
  }));
  // Made twice, for it is signed after it was written: the digests are complete by then.
  const manifest = () => formatManifest(source, digests);
  const ending = [{ name: manifestName, open: () => yieldText(manifest()) }];
  if (source.signer) {
    const open = () => writeSignature(source, manifest());
    ending.push({ name: manifestSignatureName, open });
  }
  return [...digested, ...ending];
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

async function* yieldText(text: string): AsyncGenerator<string> {
  yield text;
}

async function* writeSignature({ signer }: ExportSource, text: string): AsyncGenerator<string> {
  if (signer) yield await signer.signManifest(Buffer.from(text));
}

function formatManifest(
  { conversation, url, audience, exportedAt, analysis, report }: ExportSource,
  files: Record<string, Digest>,
): string {
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
    report: report && {
      number: report.number,
      publishedAt: report.content.publishedAt,
      withdrawnVotes: report.withdrawnVotes,
    },
    files,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
