import { checkHealth } from "../services/health/check";
import type { RouteRequest } from "./route";
import { sendJson } from "./send";

export async function handleHealth({ runtime, res }: RouteRequest): Promise<void> {
  const { db } = runtime.database;
  sendJson(
    res,
    200,
    await checkHealth({ db, actor: { kind: "anonymous" }, now: () => new Date() }),
  );
}
