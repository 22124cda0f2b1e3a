import { ServiceError } from "../services/errors";
import type { RouteRequest } from "./route";

const FRESH_SECONDS = 300;

/** The public keys that this instance signs reports with, or once did; for everybody, from anywhere. */
export async function handleSigningKeys({ runtime, req, res }: RouteRequest): Promise<void> {
  if (!runtime.signer) {
    throw new ServiceError("NOT_FOUND", "no-signing-key", "This server signs nothing.");
  }
  const body = Buffer.from(`${JSON.stringify(await runtime.signer.listPublicKeys())}\n`);
  res.writeHead(200, {
    "Content-Type": "application/jwk-set+json",
    "Content-Length": body.length,
    "Cache-Control": `public, max-age=${FRESH_SECONDS}`,
    "Access-Control-Allow-Origin": "*",
  });
  res.end(req.method === "HEAD" ? undefined : body);
}
