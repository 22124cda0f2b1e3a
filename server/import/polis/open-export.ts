import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import { readNames } from "./find-files";
import { ImportError } from "./import-error";

/**
 * Hands `use` the folder of an export; that of a zip file is there only meanwhile.
 * @param path a folder, or a file that ends in .zip
 * @throws ImportError when the file is none, or cannot be read
 */
export async function withExportFolder<Result>(
  path: string,
  use: (dir: string) => Promise<Result>,
): Promise<Result> {
  if (!path.endsWith(".zip")) return use(path);
  const dir = await mkdtemp(join(tmpdir(), "plenum-import-"));
  try {
    await unpack(path, dir);
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Piece by piece: neither the zip nor a file in it is in memory as a whole. */
async function unpack(path: string, dir: string): Promise<void> {
  const opened: number[] = [];
  const unzip = new Unzip((file) => {
    const name = basename(file.name);
    if (!readNames.includes(name)) return;
    // A folder in the zip may be called as one likes; a file is written once.
    const target = openSync(join(dir, name), "wx");
    opened.push(target);
    writeParts(file, target);
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of createReadStream(path)) unzip.push(chunk);
    unzip.push(new Uint8Array(), true);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError({ file: path, line: null }, `cannot be unpacked (${problem})`, { cause });
  } finally {
    for (const target of opened) closeSync(target);
  }
}

function writeParts(file: UnzipFile, target: number): void {
  file.ondata = (error, part) => {
    if (error) throw error;
    let at = 0;
    while (at < part.length) at += writeSync(target, part, at);
  };
  file.start();
}
