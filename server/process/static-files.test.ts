import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compressFiles } from "./compress-files";
import { readStaticFiles } from "./static-files";

const script = "export const trees = 'trees and fewer cars';\n".repeat(50);
const dir = await mkdtemp(join(tmpdir(), "plenum-static-"));
const server = createServer();
let url: string;

beforeAll(async () => {
  await mkdir(join(dir, "chunks"));
  await writeFile(join(dir, "chunks", "a~b.js"), script);
  await writeFile(join(dir, "secret.env"), "no");
  await compressFiles(dir);
  await writeFile(join(dir, "late.js"), script);
  const files = await readStaticFiles(dir, "/_next/static");
  server.on("request", (req, res) => {
    if (!files.serve(req, res)) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static`;
});

afterAll(async () => {
  server.close();
  await rm(dir, { recursive: true });
});

/** The bytes as they came. */
async function get(path: string, encodings: string, method = "GET") {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      const options = { method, headers: { "accept-encoding": encodings } };
      const sent = request(url + path, options, async (res) => {
        const chunks: Buffer[] = [];
        for await (const chunk of res) chunks.push(chunk);
        const body = Buffer.concat(chunks);
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body });
      });
      sent.on("error", reject).end();
    },
  );
}

test("a script comes by brotli, gzip or as it is, and may be kept for good", async () => {
  const br = await get("/chunks/a~b.js?v=1", "gzip, deflate, br");
  expect(br.headers).toMatchObject({
    "content-encoding": "br",
    "content-type": "application/javascript; charset=UTF-8",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  expect(brotliDecompressSync(br.body).toString()).toBe(script);
  const gzip = await get("/chunks/a~b.js", "gzip");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzip.body).toString()).toBe(script);
  const plain = await get("/chunks/a~b.js", "");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.toString()).toBe(script);
  const head = await get("/chunks/a~b.js", "br", "HEAD");
  expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  expect(head.headers["content-length"]).toBe(String(br.body.length));
});

test("nothing else below the folder or beside it is served", async () => {
  for (const path of [
    "/secret.env",
    "/late.js",
    "/chunks/a~b.js.br",
    "/chunks/../secret.env",
    "/",
  ]) {
    expect((await get(path, "br")).status, path).toBe(404);
  }
  expect((await get("/chunks/a~b.js", "br", "POST")).status).toBe(404);
});
