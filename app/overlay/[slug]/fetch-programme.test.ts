import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { fetchProgramme } from "./fetch-programme";

test("a server that takes the question and says nothing counts as away", async () => {
  const server = createServer(() => {}).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const request = { url: `http://127.0.0.1:${port}/`, size: { width: 100, height: 100 } };
  const asked = fetchProgramme(request, new AbortController().signal, 50);
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
});
