import { MAX_RECORD_BYTES, tooLong } from "./read-csv-records";
import { readTextChunks } from "./read-text-chunks";

export interface TextLine {
  /** Without its line end. */
  text: string;
  line: number;
  endsInCrlf: boolean;
  /** Only the last line of a file may have no end. */
  isEnded: boolean;
}

/**
 * The lines of a text file, a chunk of it at a time; for files whose quotes are broken.
 * @throws ImportError when it is not a readable text file or a line is too long
 */
export async function* readLines(path: string, file: string): AsyncGenerator<TextLine[]> {
  let line = 1;
  let open: Buffer[] = [];
  let openBytes = 0;
  for await (const chunk of readTextChunks(path, file)) {
    const batch: TextLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      const bytes = Buffer.concat([...open, chunk.subarray(start, end)]);
      batch.push(toLine(bytes, { line, isEnded: true }));
      open = [];
      openBytes = 0;
      line += 1;
      start = end + 1;
    }
    if (start < chunk.length) open.push(chunk.subarray(start));
    openBytes += chunk.length - start;
    if (openBytes > MAX_RECORD_BYTES) throw tooLong(file, line);
    if (batch.length > 0) yield batch;
  }
  if (openBytes > 0) yield [toLine(Buffer.concat(open), { line, isEnded: false })];
}

function toLine(bytes: Buffer, place: Pick<TextLine, "line" | "isEnded">): TextLine {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const endsInCrlf = text.endsWith("\r");
  return { text: endsInCrlf ? text.slice(0, -1) : text, endsInCrlf, ...place };
}
