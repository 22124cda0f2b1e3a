type Fields = Record<string, unknown>;

/** JSON lines on stderr, for stdout belongs to the one document a command prints. */
export const log = {
  info: (message: string, fields: Fields = {}) => write("info", message, fields),
  warn: (message: string, fields: Fields = {}) => write("warn", message, fields),
  error: (message: string, fields: Fields = {}) => write("error", message, fields),
};

function write(level: "info" | "warn" | "error", message: string, fields: Fields): void {
  const line = { at: new Date().toISOString(), level, message, ...fields };
  process.stderr.write(`${JSON.stringify(line, (_key, value) => describeError(value))}\n`);
}

/** An Error turns into "{}" in JSON; this keeps what a reader of the log needs. */
function describeError(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  const code = "code" in value ? value.code : undefined;
  return { name, code, message, stack, cause };
}
