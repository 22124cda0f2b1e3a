import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { chooseEncoding } from "../http/choose-encoding";
import { textFile } from "./compress-files";

/** The scripts and styles of a build, which never change under one address. */
export interface StaticFiles {
  /** Answers a request for one of them; returns whether it was. */
  serve(req: IncomingMessage, res: ServerResponse): boolean;
}

interface StaticFile {
  type: string;
  identity: Buffer;
  br: Buffer;
  gzip: Buffer;
}

const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};
const YEAR_SECONDS = 31_536_000;

/**
 * Reads the scripts and styles below `dir` that `compressFiles` has been through; some 2 MB in all.
 * Whatever else is there is not among them.
 */
export async function readStaticFiles(dir: string, address: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  await Promise.all(
    entries.map(async ({ parentPath, name }) => {
      const type = types[extname(name)];
      if (type === undefined || !textFile.test(name)) return;
      const path = join(parentPath, name);
      const read = [path, `${path}.br`, `${path}.gz`].map((file) => readFile(file));
      const [identity, br, gzip] = await Promise.all(read).catch(() => []);
      if (!identity || !br || !gzip) return; // not compressed: left to Next
      const place = relative(dir, path).split(sep).map(encodeURIComponent).join("/");
      files.set(`${address}/${place}`, { type, identity, br, gzip });
    }),
  );

  return {
    serve(req, res) {
      const file = files.get(req.url?.split("?")[0] ?? "");
      const isRead = req.method === "GET" || req.method === "HEAD";
      if (!file || !isRead) return false;
      const encoding = chooseEncoding(req.headers["accept-encoding"]);
      const bytes = file[encoding];
      res.writeHead(200, {
        "Content-Type": file.type,
        "Content-Length": bytes.length,
        ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
        Vary: "Accept-Encoding",
        "Cache-Control": `public, max-age=${YEAR_SECONDS}, immutable`,
        "X-Content-Type-Options": "nosniff",
      });
      res.end(req.method === "HEAD" ? undefined : bytes);
      return true;
    },
  };
}
