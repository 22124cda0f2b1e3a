import type { ServerResponse } from "node:http";
import { isDatabaseAway } from "../db/database-errors";
import { log } from "../log";
import { databaseUnavailable, type ErrorCode, ServiceError } from "../services/errors";
import { sendError } from "./send";

const statusOf: Record<ErrorCode, number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  CONFLICT: 409,
  GONE: 410,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
};

/** Answers with what went wrong; an unknown error is logged and never shown. */
export function sendFailure(res: ServerResponse, thrown: unknown, path: string): void {
  const error = isDatabaseAway(thrown) ? databaseUnavailable(thrown) : thrown;
  const isKnown = error instanceof ServiceError;
  if (!isKnown) log.error("A request failed.", { path, error });
  if (res.headersSent) {
    res.destroy(); // half an answer must not look like a whole one
    return;
  }
  if (!isKnown) {
    const message = "Something went wrong on the server.";
    sendError(res, 500, { code: "INTERNAL_SERVER_ERROR", reason: "internal-error", message });
    return;
  }
  const { code, reason, message, retryAfterSeconds } = error;
  const headers = retryAfterSeconds === undefined ? {} : { "Retry-After": retryAfterSeconds };
  sendError(res, statusOf[code], { code, reason, message }, headers);
}
