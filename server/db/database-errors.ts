import postgres from "postgres";

/** What postgres.js and the socket say when there is no server to talk to. */
const CONNECTION_CODES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);

/** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
const AWAY_CLASSES = new Set(["08", "53", "57"]);
/** A standby after a failover, and a lock that somebody holds for too long. */
const AWAY_STATES = new Set(["25006", "55P03"]);
/** Serialization failure and deadlock: the same transaction may succeed at once. */
const TRANSIENT_STATES = new Set(["40001", "40P01"]);

/** The error itself, or the one that drizzle wrapped. */
function codeOf(error: unknown): { code: string; isSqlState: boolean } | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error) || !("code" in cause)) return null;
  return { code: String(cause.code), isSqlState: cause instanceof postgres.PostgresError };
}

/** Whether the database cannot be reached or cannot work now, so that asking again later may help. */
export function isDatabaseAway(error: unknown): boolean {
  const found = codeOf(error);
  if (!found) return false;
  if (!found.isSqlState) return CONNECTION_CODES.has(found.code);
  return AWAY_CLASSES.has(found.code.slice(0, 2)) || AWAY_STATES.has(found.code);
}

/** Whether the connection itself failed, so that nothing more can be sent over it. */
export function isConnectionLost(error: unknown): boolean {
  const found = codeOf(error);
  return found !== null && !found.isSqlState && CONNECTION_CODES.has(found.code);
}

/** Whether the transaction lost against another one and may be tried again at once. */
export function isTransactionLost(error: unknown): boolean {
  const found = codeOf(error);
  return found?.isSqlState === true && TRANSIENT_STATES.has(found.code);
}
