import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "@/server/db/client";
import { ServiceError } from "@/server/services/errors";
import { type ExportRequest, type ExportSource, withExportSource } from "./export-source";
import { writeEverything } from "./write-everything";

export interface WrittenExport {
  files: { name: string; bytes: number }[];
  hasGroups: boolean;
}

/**
 * Writes every file of an export for organisers, from one snapshot; the folder appears whole or not at all.
 * @param dir a folder that is not there yet, or an empty one
 * @returns the files with their sizes in bytes, and whether an analysis was there to name groups
 * @throws ServiceError CONFLICT when the folder holds something
 */
export async function writeExportFolder(
  sql: Sql,
  about: Omit<ExportRequest, "audience">,
  dir: string,
): Promise<WrittenExport> {
  const target = resolve(dir);
  const isThere = await checkTarget(target);
  const temporary = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  await mkdir(temporary, { recursive: true });
  try {
    const written = await withExportSource(sql, { ...about, audience: "organisers" }, (source) =>
      writeFiles(source, temporary),
    );
    if (isThere) await rmdir(target);
    await rename(temporary, target);
    return written;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

async function checkTarget(target: string): Promise<boolean> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    const message = `${target} is not a folder that can be written to (${error.code}).`;
    throw new ServiceError("CONFLICT", "export-folder-unusable", message, { cause: error });
  });
  if (entries === null || entries.length === 0) return entries !== null;
  const message = `The folder ${target} is not empty; choose another.`;
  throw new ServiceError("CONFLICT", "export-folder-not-empty", message);
}

async function writeFiles(source: ExportSource, folder: string): Promise<WrittenExport> {
  const files: WrittenExport["files"] = [];
  for (const { name, open } of writeEverything(source)) {
    const stream = createWriteStream(join(folder, name));
    await pipeline(Readable.from(open()), stream);
    files.push({ name, bytes: stream.bytesWritten });
  }
  return { files, hasGroups: source.analysis !== null };
}
