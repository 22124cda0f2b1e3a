import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Sql } from "@/server/db/client";
import { ServiceError } from "@/server/services/errors";
import { type ExportRequest, withExportSource } from "../export-source";
import type { WrittenExport } from "../write-export-folder";
import { writeExportZip } from "./write-export-zip";

/**
 * Writes everything for organisers into one zip file; a file that is there already stays as it is.
 * @returns the one file with its size in bytes
 * @throws ServiceError CONFLICT when there is such a file, or it cannot be made
 */
export async function writeExportZipFile(
  sql: Sql,
  about: Omit<ExportRequest, "audience">,
  path: string,
): Promise<WrittenExport> {
  const file = createWriteStream(path, { flags: "wx" });
  await new Promise<void>((resolve, reject) => {
    file.once("open", () => resolve());
    file.once("error", (cause) => reject(unusable(path, cause)));
  });
  try {
    return await withExportSource(sql, { ...about, audience: "organisers" }, async (source) => {
      await pipeline(writeExportZip(source), file);
      const files = [{ name: path, bytes: file.bytesWritten }];
      return { files, hasGroups: source.analysis !== null };
    });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function unusable(path: string, cause: NodeJS.ErrnoException): ServiceError {
  const message = `${path} is not a file that can be made (${cause.code}).`;
  return new ServiceError("CONFLICT", "export-file-unusable", message, { cause });
}
