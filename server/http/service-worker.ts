import { readFile } from "node:fs/promises";
import { ServiceError } from "../services/errors";
import type { RouteRequest } from "./route";
import { serviceWorkerFile } from "./service-worker-file";

/**
 * The script that opens vote pages without a connection. It stands at the root, for its address is the
 * scope it may control, and it may fetch from here and do nothing else.
 */
export async function handleServiceWorker({ res }: RouteRequest): Promise<void> {
  const script = await readFile(serviceWorkerFile).catch((cause: unknown) => {
    const message = "There is no service worker: in development pages are always fresh.";
    throw new ServiceError("NOT_FOUND", "service-worker-missing", message, { cause });
  });
  res.writeHead(200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Content-Length": script.byteLength,
    // Asked for at each visit, so that a new version is in use at the next.
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
  });
  res.end(script);
}
