import { stat } from "node:fs/promises";
import { join } from "node:path";
import { ImportError } from "./import-error";

/** A file of the export folder. */
export interface ExportFile {
  name: string;
  path: string;
}

/** The files of a Pol.is export that are read. */
export interface ExportFiles {
  comments: ExportFile;
  summary: ExportFile | null;
  votes: ExportFile | null;
  /** participants-votes.csv, or participant-votes.csv as the newest exports call it. */
  matrix: ExportFile | null;
  format: ExportFile | null;
}

/** Every file that is read, by any of its names. */
export const readNames: readonly string[] = [
  "comments.csv",
  "summary.csv",
  "votes.csv",
  "participants-votes.csv",
  "participant-votes.csv",
  "format.json",
];

/** @throws ImportError when the folder, the statements or every file with votes is missing */
export async function findFiles(dir: string): Promise<ExportFiles> {
  const folder = await stat(dir).catch(() => null);
  if (!folder?.isDirectory()) {
    throw new ImportError(
      { file: dir, line: null },
      folder ? "not a folder" : "there is no such folder",
    );
  }
  const comments = await findFile(dir, "comments.csv");
  if (!comments) throw new ImportError({ file: "comments.csv", line: null }, "the file is missing");
  const files = {
    comments,
    summary: await findFile(dir, "summary.csv"),
    votes: await findFile(dir, "votes.csv"),
    matrix:
      (await findFile(dir, "participants-votes.csv")) ??
      (await findFile(dir, "participant-votes.csv")),
    format: await findFile(dir, "format.json"),
  };
  if (files.votes || files.matrix) return files;
  const problem = "the file is missing, and so is participants-votes.csv, which could stand in";
  throw new ImportError({ file: "votes.csv", line: null }, problem);
}

async function findFile(dir: string, name: string): Promise<ExportFile | null> {
  const path = join(dir, name);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new ImportError({ file: name, line: null }, `cannot be read (${error.code})`, {
      cause: error,
    });
  });
  if (!found) return null;
  if (!found.isFile()) throw new ImportError({ file: name, line: null }, "not a regular file");
  return { name, path };
}
