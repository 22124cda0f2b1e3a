import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { BackupError } from "./backup-error";
import {
  BACKUP_FORMAT_VERSION,
  type BackupEnd,
  BackupHeader,
  BackupLine,
  type TableStart,
} from "./backup-format";
import { createByteReader } from "./byte-reader";

const MAX_LINE_BYTES = 1_000_000;

/** What a backup says, in its order: `rows` after the `table` they belong to. */
export type BackupPart =
  | { kind: "header"; header: BackupHeader }
  | { kind: "table"; table: TableStart }
  | { kind: "rows"; bytes: Buffer }
  | { kind: "end"; end: BackupEnd };

/**
 * Reads a backup piece by piece.
 * @throws BackupError when the file is missing, foreign, damaged or cut short; a complete one ends with `end`
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  try {
    yield* parseBackup(file, openFile(file));
  } catch (error) {
    throw error instanceof BackupError ? error : explain(file, error);
  }
}

/**
 * Reads a backup to its end.
 * @throws BackupError as readBackup
 */
export async function checkBackup(file: string): Promise<void> {
  for await (const _part of readBackup(file));
}

function openFile(file: string): AsyncIterable<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.once("error", (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

async function* parseBackup(
  file: string,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<BackupPart> {
  const hash = createHash("sha256");
  const reader = createByteReader(source);
  const first = await reader.readLine(MAX_LINE_BYTES);
  yield { kind: "header", header: parseHeader(file, first) };
  hash.update(first!).update("\n");
  for (;;) {
    const line = await reader.readLine(MAX_LINE_BYTES);
    if (line === null) throw new BackupError(`${file} is cut short: it has no end.`);
    const parsed = BackupLine.parse(JSON.parse(line.toString()));
    if ("sha256" in parsed) {
      if (parsed.sha256 !== hash.digest("hex")) throw new Error("The checksum differs.");
      if ((await reader.readLine(0)) !== null) throw new Error("Something follows the end.");
      yield { kind: "end", end: parsed };
      return;
    }
    hash.update(line).update("\n");
    if ("table" in parsed) {
      yield { kind: "table", table: parsed };
      continue;
    }
    for await (const bytes of reader.readBytes(parsed.bytes)) {
      hash.update(bytes);
      yield { kind: "rows", bytes };
    }
  }
}

function parseHeader(file: string, line: Buffer | null): BackupHeader {
  const header = BackupHeader.safeParse(tryParse(line?.toString() ?? ""));
  if (!header.success) throw new BackupError(`${file} is no backup of Plenum.`);
  if (header.data.formatVersion > BACKUP_FORMAT_VERSION) {
    throw new BackupError(`${file} was made by a newer Plenum (${header.data.plenum}).`);
  }
  return header.data;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the caller says what it is not
  }
}

function explain(file: string, cause: unknown): Error {
  const { code, message } = cause as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
    case "EACCES":
    case "EISDIR":
      return new BackupError(`${file} cannot be read (${code}).`, { cause });
    case "Z_BUF_ERROR":
      return new BackupError(`${file} is cut short.`, { cause });
    case "Z_DATA_ERROR":
      return message.includes("incorrect header")
        ? new BackupError(`${file} is no backup of Plenum.`, { cause })
        : new BackupError(`${file} is damaged.`, { cause });
    default:
      return new BackupError(`${file} is damaged: ${message}`, { cause });
  }
}
