import type { IncomingMessage, ServerResponse } from "node:http";
import next from "next";
import { projectRoot } from "./project-root";

/** Next, for everything that server/http does not answer. */
export interface Pages {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

export async function preparePages(options: { isDevelopment: boolean }): Promise<Pages> {
  const app = next({ dev: options.isDevelopment, dir: projectRoot, customServer: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handle: (req, res) => handle(req, res), close: () => app.close() };
}
