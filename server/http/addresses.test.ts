import { connect } from "node:net";
import { expect, test } from "vitest";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database);

/** The answer to a request line that fetch would never send. */
function ask(requestLine: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
    socket.write(`${requestLine} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });
}

test.each(["next", "events", "analyses/latest", "votes/mine", "export/summary.csv"])(
  "a conversation with a NUL in its name is one that is not there: %s",
  async (rest) => {
    const answer = await fetch(`${server.url}/api/v1/conversations/a%00b/${rest}`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { reason: "conversation-not-found" } });
  },
);

test("half an escape is refused under the same headers as every answer of the API", async () => {
  const answer = await fetch(`${server.url}/api/v1/conversations/%E0%A4%A/next`);
  expect(answer.status).toBe(400);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test.each(["POST", "PUT", "DELETE", "PROPFIND"])("a page is not there to %s", async (method) => {
  const answer = await fetch(`${server.url}/c/some`, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});

test("a request line that fetch would never send", async () => {
  expect(await ask("TRACE /")).toMatch(/^HTTP\/1.1 405 /);
  expect(await ask("OPTIONS *")).toMatch(/^HTTP\/1.1 204 /);
  expect(await ask("GET http://other.example/api/health")).toMatch(/^HTTP\/1.1 200 /);
  expect(await ask("GET http://other.example")).toContain("a page");
});
