import { createServer } from "node:http";

export interface HostPage {
  url: string;
  close(): void;
}

/** A page of another site: 127.0.0.1, while Plenum is localhost. */
export async function serveHost(body: string): Promise<HostPage> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>News</title><body>${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
