import { createServer, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("a quiet stream is kept open by comments", async () => {
  server.once("request", (_req, res) => {
    openEventStream(res, 10);
  });
  const reader = connectReader();
  let text = "";
  for await (const chunk of reader) {
    text += chunk.toString();
    if (text.split(":\n\n").length > 2) break;
  }
  expect(text).toContain("text/event-stream");
  expect(text).toContain("retry: 2000\n\n");
});
