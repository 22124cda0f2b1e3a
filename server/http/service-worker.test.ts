import { expect, test } from "vitest";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { buildServiceWorker } from "../process/build-service-worker";

const server = openTestServer(openTestDatabase());

test("the service worker is one script, asked for anew at each visit, that may only fetch", async () => {
  await buildServiceWorker();
  const response = await fetch(`${server.url}/sw.js`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-cache");
  expect(response.headers.get("content-security-policy")).toBe(
    "default-src 'none'; connect-src 'self'",
  );
  const script = await response.text();
  expect(script).not.toMatch(/\bimport\b|importScripts/);
  expect(script.length).toBeLessThan(12_000); // every visit asks for it
});
