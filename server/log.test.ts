import { DrizzleQueryError } from "drizzle-orm/errors";
import { afterEach, expect, test, vi } from "vitest";
import { log } from "./log";

const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);

afterEach(() => written.mockClear());

function lastLine(): string {
  return String(written.mock.lastCall?.[0]);
}

test("a query that failed is told without the values it was given", () => {
  const cause = new Error("connection lost");
  const token = "a session's token\nparams: and a second line";
  const error = new DrizzleQueryError("select 1 where token = $1", [token, 2], cause);
  log.error("A page failed.", { error, text: error.message });
  const line = JSON.parse(lastLine());
  expect(lastLine()).not.toMatch(/session's token|second line/);
  expect(line.error.message).toBe("Failed query: select 1 where token = $1");
  expect(line.error.stack).toMatch(/^Error: Failed query: select 1 where token = \$1\n {4}at /);
  expect(line.error.cause.message).toBe("connection lost");
});

test("the password in the address of a database is masked", () => {
  log.error("Away.", { error: new Error("postgres://me:secret@db.example/plenum is away") });
  expect(lastLine()).toContain("postgres://me:***@db.example/plenum");
  expect(lastLine()).not.toContain("secret");
});
