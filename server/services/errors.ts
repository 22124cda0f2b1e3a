/** The reasons a use case can refuse, named as tRPC names them; server/http maps them to a status. */
export type ErrorCode =
  | "BAD_REQUEST"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "METHOD_NOT_SUPPORTED"
  /** It was there and was thinned out; the message names what to read instead. */
  | "GONE"
  | "CONFLICT"
  | "PRECONDITION_FAILED"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "UNPROCESSABLE_CONTENT"
  | "TOO_MANY_REQUESTS"
  /** What was asked did not happen, and may be asked again. */
  | "SERVICE_UNAVAILABLE";

/**
 * Thrown by services. `message` is for developers; the interface translates `reason`,
 * a stable kebab-case word such as `conversation-closed`.
 */
export class ServiceError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    message: string,
    options?: { cause?: unknown; retryAfterSeconds?: number },
  ) {
    super(message, { cause: options?.cause });
    this.name = "ServiceError";
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }

  readonly retryAfterSeconds: number | undefined;
}

/** The database is away or overloaded: nothing of what was asked is acknowledged. */
export function databaseUnavailable(cause?: unknown): ServiceError {
  const message = "The database does not answer; nothing was acknowledged. Send the same again.";
  const options = { cause, retryAfterSeconds: 2 };
  return new ServiceError("SERVICE_UNAVAILABLE", "database-unavailable", message, options);
}
