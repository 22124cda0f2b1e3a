import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

const FINISH_PATIENCE_MS = 2_000;
/** A hall connects within the same moment: with Node's 511 the rest would try again a second later. */
const WAITING_CONNECTIONS = 4_096;

export interface HttpServer {
  port: number;
  /** Where this machine reaches it. */
  localUrl: string;
  /** From now on this one answers. */
  serve(handler: Handler): void;
  /** Stops accepting; requests under way have two seconds to finish. */
  close(): Promise<void>;
}

/**
 * @param untilReady answers what comes before there is somebody to serve it
 * @throws Error in plain words when the address is taken or not to be had
 */
export async function listenHttp(
  options: { port: number; host?: string },
  untilReady: Handler,
): Promise<HttpServer> {
  let handler = untilReady;
  const server = createServer((req, res) => handler(req, res));
  // These limit how slowly a request may arrive; an answer (live events) may last for hours.
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  // Longer than the usual proxy keeps its side open, so that it never writes to a closed connection.
  server.keepAliveTimeout = 75_000;
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    localUrl: `http://${reachableHost(options.host)}:${port}`,
    serve: (next) => {
      handler = next;
    },
    close: () => closeServer(server),
  };
}

async function listen(server: Server, { port, host }: { port: number; host?: string }) {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog: WAITING_CONNECTIONS }, resolve);
  }).catch((cause: NodeJS.ErrnoException) => {
    const place = `port ${port}${host === undefined ? "" : ` of ${host}`}`;
    const reasons: Record<string, string> = {
      EADDRINUSE: `Another program already uses ${place}. Choose another with PORT.`,
      EACCES: `This user may not use ${place}. Choose one above 1023 with PORT.`,
      EADDRNOTAVAIL: `This machine has no address ${host}. Choose another with HOST.`,
      ENOTFOUND: `The name ${host} is unknown. Choose another with HOST.`,
    };
    throw new Error(reasons[cause.code ?? ""] ?? `Listening on ${place} failed.`, { cause });
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweeper = setInterval(() => server.closeIdleConnections(), 50);
  const killer = setTimeout(() => server.closeAllConnections(), FINISH_PATIENCE_MS);
  await closed;
  clearInterval(sweeper);
  clearTimeout(killer);
}

function reachableHost(host: string | undefined): string {
  if (host === undefined || host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
