import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { ServiceError } from "../services/errors";

const MAX_BODY_BYTES = 64 * 1024;
/** What is read and thrown away so that a sender gets to the answer; more ends the connection. */
const MAX_DISCARDED_BYTES = 4 * 1024 * 1024;

export type RequestBody =
  | { kind: "json"; value: unknown }
  | { kind: "form"; fields: URLSearchParams };

/**
 * Reads the body of a request as its Content-Type says.
 * @throws ServiceError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE (over 64 KiB), BAD_REQUEST when it is
 *   not UTF-8 or not JSON or was cut short
 */
export async function readBody(req: IncomingMessage): Promise<RequestBody> {
  const type = mediaType(req);
  const bytes = await readBytes(req);
  if (!isUtf8(bytes)) {
    throw new ServiceError("BAD_REQUEST", "body-not-utf8", "The body is not UTF-8.");
  }
  const text = bytes.toString("utf8");
  if (type === "form") return { kind: "form", fields: new URLSearchParams(text) };
  return { kind: "json", value: parseJson(text) };
}

function mediaType(req: IncomingMessage): "json" | "form" {
  const type = (req.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  const encoding = req.headers["content-encoding"] ?? "identity";
  if (encoding === "identity" && type === "application/json") return "json";
  if (encoding === "identity" && type === "application/x-www-form-urlencoded") return "form";
  discard(req);
  const message =
    "Send application/json or application/x-www-form-urlencoded, without a Content-Encoding.";
  throw new ServiceError("UNSUPPORTED_MEDIA_TYPE", "media-type-unsupported", message);
}

async function readBytes(req: IncomingMessage): Promise<Buffer> {
  if (Number(req.headers["content-length"] ?? 0) > MAX_BODY_BYTES) throw tooLarge(req);
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= MAX_BODY_BYTES) return;
      stop();
      reject(tooLarge(req));
    };
    const onEnd = () => {
      stop();
      resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    };
    const onCut = () => {
      stop();
      reject(new ServiceError("BAD_REQUEST", "body-cut-short", "The body ended too early."));
    };
    const stop = () => req.off("data", onData).off("end", onEnd).off("close", onCut);
    req.on("data", onData).on("end", onEnd).on("close", onCut);
    req.on("error", onCut);
  });
}

function tooLarge(req: IncomingMessage): ServiceError {
  discard(req);
  const message = `The body is larger than ${MAX_BODY_BYTES} bytes.`;
  return new ServiceError("PAYLOAD_TOO_LARGE", "body-too-large", message);
}

/** Ending the connection under a sender would often lose the answer on its way. */
function discard(req: IncomingMessage): void {
  let size = 0;
  req.on("error", () => {}); // a sender who goes away has nothing to be told
  req.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_DISCARDED_BYTES) req.destroy();
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ServiceError("BAD_REQUEST", "json-malformed", `The body is not JSON: ${detail}`, {
      cause,
    });
  }
}
