import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Runtime } from "../runtime";
import { createHttpHandler } from "./create-handler";

const handedOn: (string | undefined)[] = [];
const handler = createHttpHandler({
  // Pages are handed on before anything of the runtime but its address is looked at.
  runtime: { publicUrl: "http://localhost" } as Runtime,
  next: async (req: IncomingMessage, res: ServerResponse) => {
    handedOn.push(req.url);
    res.end();
  },
});
const server = createServer(handler).listen(0, "127.0.0.1");

afterEach(() => {
  handedOn.length = 0;
});

test.each([
  ["/c/town?lang=en", "/c/town?lang=en"],
  ["/c/%E5%8F%AB", "/c/%E5%8F%AB"],
  ["/c/%E0%A4%A", "/-"],
  ["/embed/%?lang=en", "/-"],
])("a page asked for at %s is looked for at %s", async (asked, handed) => {
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}${asked}`);
  expect(handedOn).toEqual([handed]);
});
