/** Bytes that can be read from anywhere, such as a file. */
export interface ByteSource {
  size: number;
  /** @param end exclusive, at most `size` */
  read(start: number, end: number): Promise<Uint8Array>;
}

export interface ZipEntry {
  name: string;
  isPacked: boolean;
  packedSize: number;
  size: number;
  /** Where its packed bytes begin. */
  start: number;
}

/** `damaged` also stands for what this reader does not know: encryption, several disks. */
export class ZipError extends Error {
  override readonly name = "ZipError";

  constructor(
    readonly reason: "no-zip" | "damaged",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LOCATOR_SIZE = 20;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 65_535;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
const ZIP64_EXTRA = 1;

/**
 * Lists the files of a zip, zip64 included. What stands before each file must say the same as the
 * directory at the end, so that all readers see the same files.
 * @throws ZipError when it is no zip, or not a whole one
 */
export async function readZipDirectory(source: ByteSource): Promise<ZipEntry[]> {
  const end = await findEnd(source);
  const directory = await readAt(source, end.directoryStart, end.directorySize);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < end.count; i++) {
    const { length, ...record } = readCentral(directory, at);
    at += length;
    entries.push(await locate(source, record));
  }
  if (at !== end.directorySize) throw damaged("Its directory has another length.");
  if (new Set(entries.map(({ name }) => name)).size < entries.length) {
    throw damaged("It holds two files of one name.");
  }
  return entries;
}

interface End {
  count: number;
  directoryStart: number;
  directorySize: number;
}

async function findEnd(source: ByteSource): Promise<End> {
  const tailSize = Math.min(source.size, END_SIZE + LONGEST_COMMENT);
  const tail = await readAt(source, source.size - tailSize, tailSize);
  for (let at = tailSize - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + tail.getUint16(at + 20, true) !== tailSize) continue;
    const plain = {
      count: tail.getUint16(at + 10, true),
      directorySize: tail.getUint32(at + 12, true),
      directoryStart: tail.getUint32(at + 16, true),
    };
    const isPlain =
      plain.count < FULL_16 && plain.directorySize < FULL_32 && plain.directoryStart < FULL_32;
    return isPlain ? plain : readEnd64(source, source.size - tailSize + at);
  }
  throw new ZipError("no-zip", "There is no end of a zip file in it.");
}

async function readEnd64(source: ByteSource, endStart: number): Promise<End> {
  const locator = await readAt(source, endStart - LOCATOR_SIZE, LOCATOR_SIZE);
  if (locator.getUint32(0, true) !== LOCATOR_64) throw damaged("Its 64-bit end is missing.");
  const end = await readAt(source, readUint64(locator, 8), 56);
  if (end.getUint32(0, true) !== END_64) throw damaged("Its 64-bit end is not where it should be.");
  return {
    count: readUint64(end, 32),
    directorySize: readUint64(end, 40),
    directoryStart: readUint64(end, 48),
  };
}

type CentralRecord = Omit<ZipEntry, "start"> & {
  localStart: number;
  /** What a local header repeats: flags, method, time and date. */
  repeated: number[];
  nameBytes: Uint8Array;
};

function readCentral(view: DataView, at: number): CentralRecord & { length: number } {
  requireBytes(view, at, CENTRAL_SIZE);
  if (view.getUint32(at, true) !== CENTRAL) throw damaged("Its directory cannot be read.");
  const [nameSize, extraSize, commentSize] = [28, 30, 32].map((place) =>
    view.getUint16(at + place, true),
  ) as [number, number, number];
  const length = CENTRAL_SIZE + nameSize + extraSize + commentSize;
  requireBytes(view, at, length);
  const nameBytes = bytesOf(view, at + CENTRAL_SIZE, nameSize);
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw damaged(`It packs files by method ${method}.`);
  if ((view.getUint16(at + 8, true) & 1) === 1) throw damaged("It is encrypted.");
  const sizes = readSizes(view, at, at + CENTRAL_SIZE + nameSize, extraSize);
  return {
    name: decodeName(nameBytes),
    isPacked: method === 8,
    ...sizes,
    repeated: readRepeated(view, at + 8),
    nameBytes,
    length,
  };
}

function readSizes(view: DataView, at: number, extraAt: number, extraSize: number) {
  const sizes = [24, 20, 42].map((place) => view.getUint32(at + place, true));
  const wide = findExtra64(view, extraAt, extraSize);
  let next = wide;
  const [size, packedSize, localStart] = sizes.map((value) => {
    if (value !== FULL_32) return value;
    if (next === null) throw damaged("A 64-bit size is missing.");
    requireBytes(view, next, 8);
    next += 8;
    return readUint64(view, next - 8);
  }) as [number, number, number];
  return { size, packedSize, localStart };
}

/** Where the 64-bit sizes begin; null without any. */
function findExtra64(view: DataView, start: number, size: number): number | null {
  for (let at = start; at + 4 <= start + size; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === ZIP64_EXTRA) return at + 4;
  }
  return null;
}

async function locate(source: ByteSource, record: CentralRecord): Promise<ZipEntry> {
  const { localStart, repeated, nameBytes, ...entry } = record;
  const header = await readAt(source, localStart, LOCAL_SIZE + nameBytes.length);
  const isSame =
    header.getUint32(0, true) === LOCAL &&
    readRepeated(header, 6).every((value, index) => value === repeated[index]) &&
    header.getUint16(26, true) === nameBytes.length &&
    bytesOf(header, LOCAL_SIZE, nameBytes.length).every((byte, at) => byte === nameBytes[at]);
  if (!isSame) throw damaged(`${entry.name} is described in two ways.`);
  const start = localStart + LOCAL_SIZE + nameBytes.length + header.getUint16(28, true);
  if (start + entry.packedSize > source.size) throw damaged(`${entry.name} is cut off.`);
  return { ...entry, start };
}

function readRepeated(view: DataView, at: number): number[] {
  return [0, 2, 4, 6].map((place) => view.getUint16(at + place, true));
}

async function readAt(source: ByteSource, start: number, size: number): Promise<DataView> {
  if (start < 0 || start + size > source.size) throw damaged("It points outside of itself.");
  const bytes = await source.read(start, start + size);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function requireBytes(view: DataView, at: number, size: number): void {
  if (at + size > view.byteLength) throw damaged("Its directory is cut off.");
}

function bytesOf(view: DataView, at: number, size: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, size);
}

function readUint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 4_294_967_296;
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ZipError("damaged", "A name in it is not in UTF-8.", { cause });
  }
}

function damaged(message: string): ZipError {
  return new ZipError("damaged", message);
}
