import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { replaceFailedPage } from "./replace-failed-page";

const html = "text/html; charset=utf-8";

/** Ways in which a page may be written. */
const written: Record<string, (res: ServerResponse) => void> = {
  "/head-first": (res) => {
    res.writeHead(500, { Link: "</_next/static/a.css>; rel=preload" });
    res.end("empty");
  },
  "/in-pieces": (res) => {
    res.statusCode = 500;
    res.write("emp");
    res.end("ty");
  },
  "/packed": (res) => {
    res.statusCode = 500;
    res.setHeader("Content-Encoding", "gzip");
    res.setHeader("Content-Length", 3);
    res.end(Buffer.from([1, 2, 3]));
  },
  "/fine": (res) => res.end("a page"),
  "/data": (res) => {
    res.setHeader("Content-Type", "text/x-component");
    res.writeHead(500).end("of a script");
  },
};
const server = createServer((req, res) => {
  replaceFailedPage(res, async (stylesheet) => `What happened. ${stylesheet}`);
  res.setHeader("Content-Type", html);
  if (req.url === "/in-pieces") res.setHeader("Link", ["</b.css>; rel=preload", "</c.js>"]);
  written[req.url!]?.(res);
}).listen(0, "127.0.0.1");
afterAll(() => server.close());

async function get(path: string): Promise<[status: number, text: string]> {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return [response.status, await response.text()];
}

test("a page that failed is replaced, however it was written", async () => {
  expect(await get("/in-pieces")).toEqual([500, "What happened. /b.css"]);
  expect(await get("/packed")).toEqual([500, "What happened. null"]);
  expect(await get("/head-first")).toEqual([500, "What happened. null"]);
});

test("what did not fail, and what a script asked for, goes on as it is", async () => {
  expect(await get("/fine")).toEqual([200, "a page"]);
  expect(await get("/data")).toEqual([500, "of a script"]);
});
