import { afterAll, beforeAll, expect, test } from "vitest";
import { answerStarting } from "./answer-starting";
import { type HttpServer, listenHttp } from "./http-server";

let server: HttpServer;

beforeAll(async () => {
  const options = { port: 0, host: "127.0.0.1" };
  server = await listenHttp(options, (req, res) => void answerStarting(req, res, ["en", "ar"]));
});
afterAll(() => server.close());

const ask = (path: string, init?: RequestInit) => fetch(`${server.localUrl}${path}`, init);
const asPage = { accept: "text/html,application/xhtml+xml", "accept-language": "ar" };

test("a program is told that the server starts, and when to ask again", async () => {
  const answer = await ask("/health");
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(await answer.json()).toMatchObject({ error: { reason: "starting" } });
});

test("a browser gets a page in its reader's language that opens what was asked for by itself", async () => {
  const answer = await ask('/c/a?x="><b>', { headers: asPage });
  expect(answer.status).toBe(503);
  const page = await answer.text();
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain('<meta http-equiv="refresh" content="2">');
  expect(page).toContain("<h1>الخادم قيد التشغيل</h1>");
  expect(page).not.toContain("<b>");
});

test("nothing is on air meanwhile, and it comes by itself", async () => {
  const page = await (await ask("/overlay/square", { headers: asPage })).text();
  expect(page).toContain('<meta http-equiv="refresh" content="2">');
  expect(page).not.toContain("<body");
});

test("a form that is sent meanwhile is not asked for again as a page", async () => {
  const answer = await ask("/c/a", { method: "POST", headers: asPage, body: "choice=1" });
  expect(await answer.json()).toMatchObject({ error: { reason: "starting" } });
});
