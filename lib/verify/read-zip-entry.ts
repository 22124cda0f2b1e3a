import { Inflate } from "fflate";
import { type ByteSource, type ZipEntry, ZipError } from "./zip-directory";

const SLICE_BYTES = 1_048_576;

/**
 * Reads one file of a zip piece by piece, in constant memory.
 * @param take hears its bytes, and after each slice of the zip how many of that have been read
 * @throws ZipError when it cannot be unpacked, or to another length than the zip says; whatever `take`
 *   throws
 */
export async function readZipEntry(
  source: ByteSource,
  entry: ZipEntry,
  take: { bytes(bytes: Uint8Array): void; progress?(readBytes: number): void },
): Promise<void> {
  let size = 0;
  const receive = (bytes: Uint8Array) => {
    size += bytes.length;
    // A few bytes can be made to unpack to as many as anybody likes.
    if (size > entry.size) throw wrongLength(entry);
    take.bytes(bytes);
  };
  const unpack = entry.isPacked ? createUnpacker(entry, receive) : receive;
  const end = entry.start + entry.packedSize;
  for (let at = entry.start; at < end || at === entry.start; at += SLICE_BYTES) {
    const bytes = await source.read(at, Math.min(at + SLICE_BYTES, end));
    unpack(bytes, at + SLICE_BYTES >= end);
    take.progress?.(bytes.length);
  }
  if (size !== entry.size) throw wrongLength(entry);
}

function createUnpacker({ name }: ZipEntry, receive: (bytes: Uint8Array) => void) {
  let failure: unknown = null;
  const inflate = new Inflate((bytes) => {
    try {
      receive(bytes);
    } catch (error) {
      failure = error;
      throw error;
    }
  });
  return (bytes: Uint8Array, isLast: boolean) => {
    try {
      inflate.push(bytes, isLast);
    } catch (cause) {
      if (failure !== null) throw failure;
      throw new ZipError("damaged", `${name} cannot be unpacked.`, { cause });
    }
  };
}

function wrongLength({ name }: ZipEntry): ZipError {
  return new ZipError("damaged", `${name} has another length than the zip says.`);
}
