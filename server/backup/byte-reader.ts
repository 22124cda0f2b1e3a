const NEWLINE = 10;

/** Reads lines and counted bytes from a stream of pieces. */
export interface ByteReader {
  /** Without its newline; null at the end. @throws RangeError when it is longer than `limit` */
  readLine(limit: number): Promise<Buffer | null>;
  /** Exactly `count` bytes, in as many pieces as they come. @throws RangeError when there are fewer */
  readBytes(count: number): AsyncGenerator<Buffer>;
}

export function createByteReader(source: AsyncIterable<Buffer>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let waiting: Buffer = Buffer.alloc(0);

  async function pull(): Promise<Buffer | null> {
    if (waiting.length > 0) {
      const piece = waiting;
      waiting = Buffer.alloc(0);
      return piece;
    }
    const { done, value } = await iterator.next();
    return done ? null : value;
  }

  return {
    async readLine(limit) {
      const parts: Buffer[] = [];
      let length = 0;
      for (;;) {
        const piece = await pull();
        if (piece === null) {
          if (length > 0) throw new RangeError("The last line has no end.");
          return null;
        }
        const end = piece.indexOf(NEWLINE);
        parts.push(end < 0 ? piece : piece.subarray(0, end));
        length += end < 0 ? piece.length : end;
        if (length > limit) throw new RangeError(`A line is longer than ${limit} bytes.`);
        if (end < 0) continue;
        waiting = piece.subarray(end + 1);
        return Buffer.concat(parts);
      }
    },
    async *readBytes(count) {
      for (let missing = count; missing > 0; ) {
        const piece = await pull();
        if (piece === null) throw new RangeError(`${missing} bytes are missing.`);
        const taken = piece.subarray(0, missing);
        waiting = piece.subarray(taken.length);
        missing -= taken.length;
        yield taken;
      }
    },
  };
}
