import type { ExportSource } from "./export-source";
import type { Content } from "./zip/create-zip";

export interface ExportFile {
  write(source: ExportSource): Content;
  contentType: string;
  /** Whether it shows what single participants did. */
  hasRows: boolean;
  /** Whether there is anything to write; always, where it does not say. */
  isThere?(source: ExportSource): boolean;
}
