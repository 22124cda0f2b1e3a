import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";

export type Content = AsyncIterable<string | Uint8Array>;

/** A zip file that is made while it is read, in constant memory; zip64 where a part needs it. */
export interface Zip {
  /** What has become of it so far; an error of a part is an error here. */
  output: Readable;
  /**
   * Adds a part, after those that are there.
   * @param open called when its turn comes; what it opened is closed when the output is
   */
  add(name: string, open: () => Content): void;
  /** No part comes after this. */
  end(): void;
}

/** @param at the time that every part bears */
export function createZip(at: Date): Zip {
  const zip = new ZipFile();
  const output = new PassThrough();
  let current: Readable | undefined;
  zip.outputStream.pipe(output);
  zip.on("error", (error: Error) => output.destroy(error));
  output.on("close", () => current?.destroy());
  return {
    output,
    add(name, open) {
      // Pictures and tables are packed already, but readers cannot find the end of a part that is not.
      zip.addReadStreamLazy(name, { mtime: at }, (take) => {
        current = Readable.from(open(), { objectMode: false });
        current.on("error", (error) => output.destroy(error)); // yazl listens to its own only
        take(null, current);
      });
    },
    end: () => zip.end(),
  };
}
