import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { ImportError } from "./import-error";

/**
 * The bytes of a file, a chunk at a time, known to be UTF-8 text.
 * Every chunk ends at a character.
 * @throws ImportError when the file is missing, empty, not text or not UTF-8
 */
export async function* readTextChunks(path: string, file: string): AsyncGenerator<Buffer> {
  let line = 1;
  let carried: Buffer = Buffer.alloc(0);
  let isEmpty = true;
  for await (const bytes of openFile(path, file)) {
    const chunk = carried.length > 0 ? Buffer.concat([carried, bytes]) : bytes;
    if (isEmpty) refuseUtf16(chunk, file);
    isEmpty = false;
    const end = lastCharacterEnd(chunk);
    const whole = chunk.subarray(0, end);
    // A copy: the stream may reuse the memory of what it handed out.
    carried = Buffer.from(chunk.subarray(end));
    checkText(whole, file, line);
    line += countLineEnds(whole, whole.length);
    if (whole.length > 0) yield whole;
  }
  if (isEmpty) throw new ImportError({ file, line: null }, "the file is empty");
  if (carried.length > 0) throw notUtf8(file, line);
}

export function countLineEnds(chunk: Buffer, end: number): number {
  let count = 0;
  for (let at = chunk.indexOf(0x0a); at !== -1 && at < end; at = chunk.indexOf(0x0a, at + 1)) {
    count += 1;
  }
  return count;
}

async function* openFile(path: string, file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    const problems: Record<string, string> = {
      ENOENT: "the file is missing",
      ENOTDIR: "the file is missing",
      EISDIR: "this is a folder, not a file",
      EACCES: "no permission to read the file",
    };
    if (code === undefined) throw cause;
    const problem = problems[String(code)] ?? `cannot be read (${code})`;
    throw new ImportError({ file, line: null }, problem, { cause });
  }
}

function checkText(chunk: Buffer, file: string, line: number): void {
  const nul = chunk.indexOf(0);
  if (nul !== -1) {
    const place = { file, line: line + countLineEnds(chunk, nul) };
    throw new ImportError(place, "not CSV text: the file holds binary data");
  }
  if (isUtf8(chunk)) return;
  let start = 0;
  for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
    if (!isUtf8(chunk.subarray(start, end))) break;
    line += 1;
    start = end + 1;
  }
  throw notUtf8(file, line);
}

function notUtf8(file: string, line: number): ImportError {
  return new ImportError({ file, line }, "not UTF-8 text; save the file as UTF-8");
}

function refuseUtf16(chunk: Buffer, file: string): void {
  const isUtf16 =
    chunk.length >= 2 && (chunk.readUInt16BE(0) === 0xfffe || chunk.readUInt16BE(0) === 0xfeff);
  if (isUtf16) throw new ImportError({ file, line: 1 }, "this is UTF-16; save the file as UTF-8");
}

/** Where the last whole character ends: a character of UTF-8 is at most four bytes. */
function lastCharacterEnd(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return chunk.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < needed ? chunk.length - back : chunk.length;
  }
  return chunk.length;
}
