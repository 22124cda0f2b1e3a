import { type Manifest, manifestName, manifestSignatureName, Manifest as Schema } from "./manifest";
import { LARGEST_TEXT_BYTES } from "./read-files";
import { readZipEntry } from "./read-zip-entry";
import { parseJson } from "./signed-text";
import { type ByteSource, readZipDirectory, type ZipEntry } from "./zip-directory";

export interface OpenedExport {
  entries: ZipEntry[];
  manifest: Manifest;
  manifestBytes: Uint8Array;
  /** As it stands in the zip; null: nobody signed it. */
  manifestSignature: string | null;
}

/** A zip that is none of our exports, or of a newer kind. */
export class ExportError extends Error {
  override readonly name = "ExportError";

  constructor(
    readonly reason: "no-manifest" | "manifest-unreadable",
    message: string,
  ) {
    super(message);
  }
}

/** @throws ZipError, ExportError */
export async function openExport(source: ByteSource): Promise<OpenedExport> {
  const entries = await readZipDirectory(source);
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const entry = find(manifestName);
  if (!entry) throw new ExportError("no-manifest", `There is no ${manifestName} in the zip.`);
  const manifestBytes = await readWhole(source, entry);
  const read = Schema.safeParse(parseJson(new TextDecoder().decode(manifestBytes)));
  if (!read.success) {
    throw new ExportError("manifest-unreadable", `${manifestName} is not of a kind known here.`);
  }
  const signature = find(manifestSignatureName);
  const manifestSignature = signature
    ? new TextDecoder().decode(await readWhole(source, signature))
    : null;
  return { entries, manifest: read.data, manifestBytes, manifestSignature };
}

async function readWhole(source: ByteSource, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.size > LARGEST_TEXT_BYTES) {
    throw new ExportError("manifest-unreadable", `${entry.name} is too large.`);
  }
  const whole = new Uint8Array(entry.size);
  let at = 0;
  await readZipEntry(source, entry, {
    bytes(bytes) {
      whole.set(bytes, at);
      at += bytes.length;
    },
  });
  return whole;
}
