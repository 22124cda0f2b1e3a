import { type LogLevel, readLogLevel } from "./env";

type Fields = Record<string, unknown>;

const severity = { info: 0, warn: 1, error: 2 };
let minimum = readLogLevel();

/** JSON lines on stderr, for stdout belongs to the one document a command prints. */
export const log = {
  info: (message: string, fields: Fields = {}) => write("info", message, fields),
  warn: (message: string, fields: Fields = {}) => write("warn", message, fields),
  error: (message: string, fields: Fields = {}) => write("error", message, fields),
  /** Leaves out what is less severe. */
  setLevel: (level: LogLevel) => {
    minimum = level;
  },
  level: () => minimum,
};

function write(level: LogLevel, message: string, fields: Fields): void {
  if (severity[level] < severity[minimum]) return;
  const line = { at: new Date().toISOString(), level, message, ...fields };
  const text = JSON.stringify(line, (_key, value) => toPlain(value));
  process.stderr.write(`${maskPasswords(text)}\n`);
}

/** An Error turns into "{}" in JSON; this keeps what a reader of the log needs. */
function toPlain(value: unknown): unknown {
  if (typeof value === "string") return hideParameters(value);
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  const code = "code" in value ? value.code : undefined;
  return { name, code, message, stack, cause };
}

/** drizzle tells with what a query failed: texts of people, hashes, tokens of sessions. */
function hideParameters(text: string): string {
  if (!text.includes("Failed query: ")) return text;
  return text.replace(/\nparams: [\s\S]*?((?:\n {4}at [^\n]*)*)$/, "$1");
}

/** Addresses of databases and mail servers carry their passwords along. */
function maskPasswords(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/"\\]*):[^\s@/"\\]*@/gi, "$1:***@");
}
