import { createServer, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSubscriber } from "../live/subscriber";
import { openEventStream } from "./event-stream";

const MEGABYTE = 1_000_000;
const server = createServer();
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function connectReader() {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  const socket = connect(address.port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  return socket;
}

test("a reader that takes nothing holds the sender back; one that is gone lets it go", async () => {
  let response: ServerResponse | undefined;
  let sent = 0;
  const done = new Promise<void>((resolve) => {
    server.once("request", async (_req, res) => {
      response = res;
      const stream = openEventStream(res);
      while (!stream.signal.aborted) {
        await stream.send({ type: "large", data: "x".repeat(MEGABYTE) });
        sent += 1;
      }
      resolve();
    });
  });
  const reader = connectReader();
  reader.pause();
  await expect.poll(() => response?.writableNeedDrain).toBe(true);
  const before = sent;
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toBe(before);
  expect(response?.writableLength).toBeLessThan(2 * MEGABYTE);
  reader.destroy();
  await done;
});

test("one that never reads costs nothing more after thousands of analyses, and goes on with the newest", async () => {
  const analyses = 20_000;
  const mailbox = createSubscriber(() => {});
  let response: ServerResponse | undefined;
  let sent = 0;
  server.once("request", async (_req, res) => {
    response = res;
    const stream = openEventStream(res);
    for await (const event of mailbox.events) {
      if (event.type !== "analysis") continue;
      const data = { version: event.version, filler: "x".repeat(1_000) };
      await stream.send({ type: event.type, id: event.version, data });
      sent += 1;
    }
    stream.end();
  });
  const reader = connectReader();
  reader.pause();
  await expect.poll(() => response).toBeDefined();
  let largest = 0;
  for (let version = 1; version <= analyses; version += 1) {
    mailbox.push({ type: "analysis", conversationId: 1, version });
    await new Promise((resolve) => setImmediate(resolve));
    largest = Math.max(largest, response!.writableLength);
  }
  expect(sent, "what the system keeps for a connection is full").toBeLessThan(analyses / 2);
  expect(largest).toBeLessThan(100_000);
  let text = "";
  reader.setEncoding("utf8");
  await new Promise<void>((resolve) => {
    reader.on("data", (chunk: string) => {
      text += chunk;
      if (text.includes(`id: ${analyses}\n`, text.length - chunk.length - 100)) resolve();
    });
    reader.resume();
  });
  const ids = [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  await expect.poll(() => sent).toBe(ids.length);
  mailbox.close();
  reader.destroy();
});

test("a quiet stream is kept open by heartbeats that a browser's script can hear", async () => {
  server.once("request", (_req, res) => {
    openEventStream(res, 10);
  });
  const reader = connectReader();
  const heartbeat = "event: heartbeat\ndata: {}\n\n";
  let text = "";
  for await (const chunk of reader) {
    text += chunk.toString();
    if (text.split(heartbeat).length > 2) break;
  }
  expect(text).toContain("text/event-stream");
  expect(text).toContain("retry: 2000\n\n");
});
