/** The reasons a use case can refuse, named as tRPC names them; server/http maps them to a status. */
export type ErrorCode =
  | "BAD_REQUEST"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "PRECONDITION_FAILED"
  | "UNPROCESSABLE_CONTENT"
  | "PAYLOAD_TOO_LARGE"
  | "TOO_MANY_REQUESTS";

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
