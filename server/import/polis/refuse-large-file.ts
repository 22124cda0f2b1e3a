import { stat } from "node:fs/promises";
import { ImportError } from "./import-error";

const MAX_BYTES = 1_000_000;

/** For files that are kept in memory as a whole. @throws ImportError when it is larger than 1 MB */
export async function refuseLargeFile(path: string, file: string): Promise<void> {
  const { size } = await stat(path);
  if (size <= MAX_BYTES) return;
  throw new ImportError({ file, line: null }, `the file is larger than ${MAX_BYTES} bytes`);
}
