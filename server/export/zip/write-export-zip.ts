import type { Readable } from "node:stream";
import type { ExportSource } from "../export-source";
import { writeEverything } from "../write-everything";
import { createZip } from "./create-zip";

/** Everything that this audience may have as one zip file, made while it is read. */
export function writeExportZip(source: ExportSource): Readable {
  const zip = createZip(source.exportedAt);
  for (const { name, open } of writeEverything(source)) zip.add(name, open);
  zip.end();
  return zip.output;
}
